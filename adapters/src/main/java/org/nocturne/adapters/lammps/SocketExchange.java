package org.nocturne.adapters.lammps;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.nocturne.adapters.launch.Conversation;
import org.nocturne.core.format.LammpsBox;
import org.nocturne.core.port.Forces.Evaluation;
import org.nocturne.core.work.Cause;

/**
 * By a socket, as doubles: LAMMPS is the client of {@code fix ipi} (Ceriotti, More, Manolopoulos, Comput. Phys. Commun. 185, 1019 (2014))
 * in one endless run, whose step is one question. Nothing is written as text or set up anew, and the neighbour list is rebuilt when
 * atoms have moved too far for it.
 *
 * <p>The messages are twelve letters, then numbers in the byte order of the machine and in atomic units: bohr as the fix has it, and an energy
 * unit that follows from LAMMPS' Boltzmann constant, which differs between versions. It is taken from the energy at rest, which is
 * known from a run without the socket.
 */
final class SocketExchange implements Exchange {
    /** Of fix_ipi.cpp. */
    private static final double BOHR_ANGSTROM = 0.52917721;
    /** CODATA 2018; what the fix makes of it differs by less than a ten-thousandth. */
    private static final double HARTREE_EV = 27.211386;

    private static final double ALLOWED = 1e-4;
    private static final int WORD = 12;
    private static final int VIRIAL = 9;
    /** Of the text that a client may add; the fix has room for a kilobyte. */
    private static final int MOST_ADDED = 1 << 16;

    /** The fix adds it to the name of its socket. */
    private static final String PREFIX = "ipi_";

    private static final Path PLACE = Path.of("/tmp");

    private final LocalSocket socket;
    private final int atoms;
    private final ByteBuffer question;
    private final int positionsAt;
    private double hartreeEv = HARTREE_EV;

    private SocketExchange(LocalSocket socket, LammpsBox box, int atoms) {
        this.socket = socket;
        this.atoms = atoms;
        int positions = 3 * atoms * Double.BYTES;
        this.question = ByteBuffer.allocate(WORD + 18 * Double.BYTES + Integer.BYTES + positions + WORD)
                .order(ByteOrder.nativeOrder());
        word("POSDATA");
        for (double h : cell(box)) {
            question.putDouble(h / BOHR_ANGSTROM);
        }
        for (int k = 0; k < 9; k++) {
            question.putDouble(0); // the inverse of the cell, which the fix reads and does not use
        }
        question.putInt(atoms);
        this.positionsAt = question.position();
    }

    /** Whether an energy at rest tells the unit of those that come by the socket. */
    static boolean canBegin(LammpsProgram program, LammpsBox box, double restEv) {
        return program.fixStyles().contains("ipi")
                && box.boundary().equals("p p p")
                && Math.abs(restEv) > 1e-3
                && Files.isDirectory(PLACE);
    }

    /**
     * Has LAMMPS, which waits for its next line, call.
     *
     * @param restXyz in LAMMPS' axes
     * @param restEv energy of these positions
     */
    static SocketExchange begin(Conversation lammps, Duration patience, LammpsBox box, double[] restXyz, double restEv)
            throws IOException, BadOutput {
        String name = "nocturne-" + UUID.randomUUID();
        Path file = PLACE.resolve(PREFIX + name);
        LocalSocket socket = LocalSocket.called(
                file,
                patience,
                lammps::isAlive,
                () -> lammps.say("fix nocturne all ipi " + name + " 31415 unix\nrun 2000000000 post no\n"));
        SocketExchange out = new SocketExchange(socket, box, restXyz.length / 3);
        try {
            out.measureUnit(restXyz, restEv);
            return out;
        } catch (IOException | BadOutput e) {
            out.close();
            throw e;
        }
    }

    private void measureUnit(double[] restXyz, double restEv) throws IOException, BadOutput {
        double unit = restEv / (at(restXyz).energyEv() / HARTREE_EV);
        if (!(Math.abs(unit / HARTREE_EV - 1) < ALLOWED)) {
            throw new BadOutput(
                    Cause.UNREADABLE_OUTPUT,
                    "the energy at rest is " + restEv + " eV in a run of its own, and by fix ipi in a unit of " + unit
                            + " eV; a hartree is " + HARTREE_EV);
        }
        hartreeEv = unit;
    }

    @Override
    public Evaluation at(double[] xyzAngstrom) throws BadOutput, IOException {
        question.clear().position(positionsAt);
        for (double x : xyzAngstrom) {
            question.putDouble(x / BOHR_ANGSTROM);
        }
        word("GETFORCE");
        socket.send(question.flip());
        ByteBuffer head = receive(WORD + Double.BYTES + Integer.BYTES);
        String word = StandardCharsets.US_ASCII.decode(head.slice(0, WORD)).toString();
        double energy = head.getDouble(WORD) * hartreeEv;
        int count = head.getInt(WORD + Double.BYTES);
        if (!word.strip().equals("FORCEREADY") || count != atoms) {
            throw new BadOutput(
                    Cause.UNREADABLE_OUTPUT,
                    "wanted FORCEREADY of " + atoms + " atoms, found '" + word.strip() + "' of " + count);
        }
        ByteBuffer body = receive((3 * atoms + VIRIAL) * Double.BYTES + Integer.BYTES);
        double[] forces = new double[3 * atoms];
        for (int k = 0; k < forces.length; k++) {
            forces[k] = body.getDouble() * hartreeEv / BOHR_ANGSTROM;
        }
        skipWhatIsAdded(body.getInt(body.limit() - Integer.BYTES));
        return new Evaluation(energy, forces);
    }

    private void skipWhatIsAdded(int bytes) throws BadOutput, IOException {
        if (bytes < 0 || bytes > MOST_ADDED) {
            throw new BadOutput(
                    Cause.UNREADABLE_OUTPUT, "after its forces LAMMPS announces " + bytes + " bytes of further text");
        }
        receive(bytes);
    }

    private ByteBuffer receive(int bytes) throws IOException {
        return socket.receive(bytes).order(ByteOrder.nativeOrder());
    }

    private void word(String word) {
        question.put((word + " ".repeat(WORD - word.length())).getBytes(StandardCharsets.US_ASCII));
    }

    /** Columns are the vectors of the box; row by row. */
    private static double[] cell(LammpsBox box) {
        double[] edge = new double[3];
        for (int axis = 0; axis < 3; axis++) {
            edge[axis] = box.highAngstrom(axis) - box.lowAngstrom(axis);
        }
        return new double[] {
            edge[0], box.tiltAngstrom(0), box.tiltAngstrom(1), 0, edge[1], box.tiltAngstrom(2), 0, 0, edge[2]
        };
    }

    @Override
    public void close() {
        socket.close();
    }
}
