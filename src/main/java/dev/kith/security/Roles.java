package dev.kith.security;

/** The roles that operations name. A member may hold several of the first three. */
public final class Roles {
    public static final String CLINICIAN = "clinician";
    public static final String SUPERVISOR = "supervisor";
    public static final String ADMIN = "admin";
    public static final String CLIENT = "client";
    public static final String INTEGRATION = "integration";

    private Roles() {}
}
