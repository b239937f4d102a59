package org.nocturne.learning.train.onnx;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Writes an ONNX graph node by node, in the protocol-buffer wire format of onnx.proto3 (IR version 8, opset 18). Only what the
 * models here need; the field numbers are those of the ONNX specification.
 */
public final class OnnxGraph {
    public static final int FLOAT = 1;
    public static final int INT64 = 7;
    private static final int IR_VERSION = 8;
    private static final int OPSET = 18;

    private final Message graph = new Message();
    private int names;

    public void input(String name, int type, Object... shape) {
        graph.message(11, valueInfo(name, type, shape));
    }

    /** Declares a computed value as an output of the graph under this name. */
    public void output(String value, String name, int type, Object... shape) {
        Message node = new Message();
        node.text(1, value).text(2, name).text(3, "output_" + name).text(4, "Identity");
        graph.message(1, node);
        graph.message(12, valueInfo(name, type, shape));
    }

    public String floats(float[] values, long... shape) {
        ByteBuffer raw = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        raw.asFloatBuffer().put(values);
        return constant(FLOAT, raw.array(), shape);
    }

    public String longs(long... values) {
        ByteBuffer raw = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        raw.asLongBuffer().put(values);
        return constant(INT64, raw.array(), values.length);
    }

    public String scalar(long value) {
        ByteBuffer raw = ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value);
        return constant(INT64, raw.array());
    }

    public String scalar(float value) {
        return floats(new float[] {value});
    }

    /** An operator with one output; returns the name of its value. */
    public String op(String operator, List<String> inputs, Attribute... attributes) {
        String out = "v" + names++;
        Message node = new Message();
        inputs.forEach(input -> node.text(1, input));
        node.text(2, out).text(3, operator + "_" + out).text(4, operator);
        for (Attribute attribute : attributes) {
            node.message(
                    5,
                    new Message()
                            .text(1, attribute.name())
                            .number(3, attribute.value())
                            .number(20, 2)); // attribute type INT
        }
        graph.message(1, node);
        return out;
    }

    public record Attribute(String name, long value) {}

    public byte[] bytes() {
        Message body = new Message();
        body.number(1, IR_VERSION).text(2, "nocturne").message(7, graph.text(2, "force"));
        body.message(8, new Message().text(1, "").number(2, OPSET));
        return body.bytes();
    }

    private String constant(int type, byte[] raw, long... shape) {
        String name = "c" + names++;
        Message tensor = new Message();
        for (long size : shape) {
            tensor.number(1, size);
        }
        graph.message(5, tensor.number(2, type).text(8, name).raw(9, raw));
        return name;
    }

    private static Message valueInfo(String name, int type, Object... shape) {
        Message dimensions = new Message();
        for (Object size : shape) {
            dimensions.message(
                    1,
                    size instanceof String symbol
                            ? new Message().text(2, symbol)
                            : new Message().number(1, ((Number) size).longValue()));
        }
        Message tensor = new Message().number(1, type).message(2, dimensions);
        return new Message().text(1, name).message(2, new Message().message(1, tensor));
    }

    /** One protocol-buffer message under construction. */
    private static final class Message {
        private final ByteArrayOutputStream out = new ByteArrayOutputStream();

        byte[] bytes() {
            return out.toByteArray();
        }

        Message number(int field, long value) {
            varint((long) field << 3);
            varint(value);
            return this;
        }

        Message raw(int field, byte[] value) {
            varint((long) field << 3 | 2);
            varint(value.length);
            out.writeBytes(value);
            return this;
        }

        Message text(int field, String value) {
            return raw(field, value.getBytes(StandardCharsets.UTF_8));
        }

        Message message(int field, Message value) {
            return raw(field, value.bytes());
        }

        private void varint(long value) {
            long rest = value;
            while ((rest & ~0x7FL) != 0) {
                out.write((int) (rest & 0x7f) | 0x80);
                rest >>>= 7;
            }
            out.write((int) rest);
        }
    }
}
