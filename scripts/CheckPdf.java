import java.io.FileInputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;

/** Says of each file whether veraPDF finds it to be PDF/A-3a and PDF/UA-1; of each broken rule how often, and where first. */
public class CheckPdf {
    public static void main(String[] files) throws Exception {
        VeraGreenfieldFoundryProvider.initialise();
        var foundry = Foundries.defaultInstance();
        boolean failed = files.length == 0;
        for (String file : files) {
            for (var flavour : new PDFAFlavour[] {PDFAFlavour.PDFA_3_A, PDFAFlavour.PDFUA_1}) {
                Map<String, Integer> broken = new LinkedHashMap<>();
                Map<String, String> where = new LinkedHashMap<>();
                try (var parser = foundry.createParser(new FileInputStream(file), flavour);
                        var validator = foundry.createValidator(flavour, false)) {
                    var result = validator.validate(parser);
                    for (TestAssertion test : result.getTestAssertions()) {
                        if (test.getStatus() == TestAssertion.Status.FAILED) {
                            String rule = test.getRuleId().getClause() + "-" + test.getRuleId().getTestNumber()
                                    + ": " + test.getMessage();
                            broken.merge(rule, 1, Integer::sum);
                            where.putIfAbsent(rule, test.getLocation().getContext());
                        }
                    }
                    boolean kept = result.isCompliant() && result.getTotalAssertions() > 0;
                    failed |= !kept;
                    System.out.printf("%s: %s %s, %d checks%n", kept ? "ok" : "BROKEN", file, flavour.getId(),
                            result.getTotalAssertions());
                }
                broken.forEach((rule, count) -> System.out.printf("  %d times %s%n    first: %s%n", count, rule,
                        where.get(rule)));
            }
        }
        System.exit(failed ? 1 : 0);
    }
}
