package dev.lakelight.runtime;

/** Runs a cell that begins with a magic other than that of a language or {@code %run}. */
final class MagicCell {

    private final RunScope scope;
    private final CellPlace place;
    private final CellOutput output;

    MagicCell(RunScope scope, CellPlace place, CellOutput output) {
        this.scope = scope;
        this.place = place;
        this.output = output;
    }

    void run() {
        switch (place.cell().language()) {
            case "md", "md-sandbox", "raw", "skip" -> {}
            case "fs" -> new FsCell(scope.objects().dbutils().fs, place, output).run();
            case "sh" -> new ShellCell(scope.objects().lake().files(), place).run();
            case "pip", "conda" -> note("libraries are those of the project");
            case "restart_python", "load_ext", "reload_ext", "autoreload", "matplotlib" ->
                note("it is for Python only");
            default -> refuse();
        }
    }

    private void note(String reason) {
        output.println("%%%s has no effect here: %s.".formatted(place.cell().language(), reason));
    }

    private void refuse() {
        if (place.cell().text().isBlank()) {
            return;
        }

        throw switch (place.cell().language()) {
            case "r" -> RunErrors.noR(place);
            case "python" -> RunErrors.unsupportedLanguage(place);
            default -> RunErrors.unknownMagic(place);
        };
    }
}
