package dev.kith.webhook;

/** What whoever registers a webhook and whoever changes it send alike: how much of it, and what the contract says of it. */
final class WebhookShape {
    static final int LONGEST_URL = 500;
    static final int MOST_EVENTS = 100;
    static final int LONGEST_EVENT = 100;
    static final int LONGEST_DESCRIPTION = 200;

    static final String URL =
            "https, and out on the internet: no private or local address. Redirects are not followed.";
    static final String EVENTS = "Whole types, or all about one thing; null: all events.";
    static final String DESCRIPTION = "For whoever looks at the list.";
    static final String SOME_URL = "https://hooks.practice-software.example/kith";
    static final String SOME_DESCRIPTION = "Front desk";

    private WebhookShape() {}
}
