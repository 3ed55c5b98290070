package nl.ooievaar.publish;

import java.nio.file.Path;

/**
 * What the site is made of, besides the package.
 *
 * @param pages written pages, a folder for each language
 * @param stories of the cases, as {@code case-1.nl.md}
 * @param compatibility how the profiles stand to the Dutch base, as the judge of it wrote it down
 * @param changes the change log of the project
 */
record Sources(Path pages, Path stories, Path compatibility, Path changes) {
    /** The sources below the folder of the project. */
    static Sources of(Path project) {
        Path profiles = project.resolve("profiles");
        return new Sources(
                profiles.resolve("publish/src/main/pages"),
                profiles.resolve("src/main/cases"),
                profiles.resolve("src/main/nl-core.csv"),
                project.resolve("CHANGELOG.md"));
    }
}
