import java.util.Map;

/**
 * Who of practice 1 takes part: four fifths of its clients may read, the others write, so that what is read stays as it is.
 * Clients are counted by their place in the practice.
 */
record Sample(int readers, int stride, int firstWriter, int writers) {
    private static final int MOST = 1000;
    private static final int CLIENTS_TO_A_CLINICIAN = 50;

    static Sample of(int clients) {
        var inPractice = (clients + 1) / 2;
        var firstWriter = inPractice * 4 / 5;
        var readers = Math.min(MOST, firstWriter);
        return new Sample(readers, firstWriter / readers, firstWriter, Math.min(MOST, inPractice - firstWriter));
    }

    /** The number of the client at a place. */
    static long client(int place) {
        return 2L * place + 1;
    }

    /** The number of the clinician of the client at a place. */
    static long member(int place) {
        return 100_000L + place / CLIENTS_TO_A_CLINICIAN;
    }

    Map<String, Object> variables() {
        return Map.of("writers", writers, "first_writer", firstWriter);
    }
}
