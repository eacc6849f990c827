package org.dimos.blueprint;

/** A module that failed: its name and why. */
public final class ModuleException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String module;

    public ModuleException(String module, String what, Throwable cause) {
        super("module '" + module + "' " + what + ": " + describe(cause), cause);
        this.module = module;
    }

    private static String describe(Throwable cause) {
        String message = cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : message;
    }

    /** The name of the module. */
    public String module() {
        return module;
    }
}
