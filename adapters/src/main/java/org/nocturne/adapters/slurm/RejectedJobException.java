package org.nocturne.adapters.slurm;

/** Slurm refused a job for what it asks: another attempt would be refused too. */
public final class RejectedJobException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    public RejectedJobException(String message) {
        super(message);
    }
}
