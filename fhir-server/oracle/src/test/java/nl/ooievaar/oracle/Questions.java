package nl.ooievaar.oracle;

import ca.uhn.fhir.context.RuntimeSearchParam;
import ca.uhn.fhir.rest.api.RestSearchParameterTypeEnum;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import nl.ooievaar.oracle.Question.Part;
import nl.ooievaar.oracle.Values.Token;

/** Makes searches of every declared kind out of values that resources really hold. */
final class Questions {
    private static final List<String> PREFIXES = List.of("", "eq", "ne", "gt", "lt", "ge", "le", "sa", "eb", "ap");

    private final Declared declared;
    private final Values values;
    private final Random random;
    private final int depth;

    /** @param depth how often each kind of search is tried with other values */
    Questions(Declared declared, Values values, Random random, int depth) {
        this.declared = declared;
        this.values = values;
        this.random = random;
        this.depth = depth;
    }

    Set<Question> all() {
        Set<Question> found = new LinkedHashSet<>();
        for (String type : declared.types()) {
            List<Question> single = new ArrayList<>();
            for (RuntimeSearchParam param : declared.of(type)) {
                List<Question> own = questions(type, plain(type, param));
                single.addAll(own);
                single.addAll(questions(type, missing(param)));
                single.addAll(questions(type, chained(type, param)));
                if (param.getParamType() == RestSearchParameterTypeEnum.DATE) {
                    found.addAll(stretches(type, param));
                } else if (!own.isEmpty()) {
                    found.add(one(own).and(one(own)));
                }
            }
            single.addAll(questions(type, ids(type)));
            found.addAll(single);
            for (int i = 0; i < 6 * depth; i++) {
                together(one(single), one(single)).ifPresent(found::add);
            }
            found.addAll(included(type));
            for (Question sorted : sorts(type)) {
                found.add(sorted);
                together(one(single), sorted).ifPresent(found::add);
            }
        }
        return found;
    }

    private static List<Question> questions(String type, List<Part> parts) {
        return parts.stream().map(part -> Question.of(type, part)).toList();
    }

    /** Empty when both ask for the same parameter: HAPI takes no more than one stretch of a date. */
    private static Optional<Question> together(Question one, Question other) {
        return one.overlaps(other) ? Optional.empty() : Optional.of(one.and(other));
    }

    private List<Part> plain(String type, RuntimeSearchParam param) {
        return switch (param.getParamType()) {
            case TOKEN -> tokens(param.getName(), values.tokens(type, param));
            case STRING -> strings(param.getName(), values.strings(type, param));
            case DATE -> dates(param.getName(), values.dates(type, param));
            case REFERENCE -> references(type, param);
            case URI -> uris(param.getName(), values.uris(type, param));
            default -> throw new IllegalStateException(param.getName());
        };
    }

    private static List<Part> missing(RuntimeSearchParam param) {
        return Stream.of("true", "false")
                .map(value -> new Part(param.getName() + ":missing", value))
                .toList();
    }

    private List<Part> tokens(String name, List<Token> all) {
        List<Part> found = new ArrayList<>(List.of(new Part(name, "no-such-code"), new Part(name + ":not", "no-such")));
        for (Token token : some(all, 1)) {
            Token other = one(all);
            Stream.of(
                            token.bare(),
                            token.full(),
                            '|' + token.bare(),
                            "http://elsewhere.example|" + token.bare(),
                            token.bare().toUpperCase(Locale.ROOT),
                            token.bare() + ',' + other.full(),
                            token.full() + ",no-such")
                    .forEach(value -> found.add(new Part(name, value)));
            if (!token.system().isEmpty()) {
                found.add(new Part(name, token.system() + '|'));
            }
            Stream.of(token.bare(), token.full(), token.bare() + ',' + other.full())
                    .forEach(value -> found.add(new Part(name + ":not", value)));
        }
        return found;
    }

    private List<Part> strings(String name, List<String> all) {
        List<Part> found = new ArrayList<>(List.of(new Part(name, "no such text")));
        for (String text : some(all, 1)) {
            String whole = Values.escaped(text);
            String start = Values.escaped(text.substring(0, Math.min(3, text.length())));
            String middle =
                    Values.escaped(text.substring(text.length() / 3, Math.min(text.length() / 3 + 3, text.length())));
            String other = Values.escaped(one(all));
            Stream.of(
                            whole,
                            start,
                            start.toUpperCase(Locale.ROOT),
                            whole.toLowerCase(Locale.ROOT),
                            unaccented(whole),
                            start + ',' + other)
                    .forEach(value -> found.add(new Part(name, value)));
            Stream.of(whole, start, whole.toUpperCase(Locale.ROOT), unaccented(whole), whole + ',' + other)
                    .forEach(value -> found.add(new Part(name + ":exact", value)));
            Stream.of(middle, unaccented(middle).toUpperCase(Locale.ROOT), middle + ',' + other)
                    .forEach(value -> found.add(new Part(name + ":contains", value)));
        }
        return found;
    }

    private List<Part> dates(String name, List<String> all) {
        List<Part> found = new ArrayList<>();
        for (String prefix : PREFIXES) {
            for (String date : some(all, 1)) {
                found.add(new Part(name, prefix + shortened(date)));
            }
        }
        return found;
    }

    /** Between two dates, and outside of them. */
    private List<Question> stretches(String type, RuntimeSearchParam param) {
        List<String> all = values.dates(type, param);
        if (all.isEmpty()) {
            return List.of();
        }
        String name = param.getName();
        String from = "ge" + one(all);
        String to = "lt" + one(all);
        return List.of(
                Question.of(type, new Part(name, from), new Part(name, to)),
                Question.of(type, new Part(name, from + ',' + to)));
    }

    private List<Part> uris(String name, List<String> all) {
        List<Part> found = new ArrayList<>(List.of(new Part(name, "http://elsewhere.example")));
        some(all, 2).forEach(uri -> found.add(new Part(name, Values.escaped(uri))));
        return found;
    }

    private List<Part> references(String type, RuntimeSearchParam param) {
        String name = param.getName();
        List<String> all = values.references(type, param).stream()
                .filter(reference -> declared.targets(param).contains(reference.split("/")[0]))
                .toList();
        List<Part> found = new ArrayList<>();
        for (String reference : some(all, 1)) {
            String target = reference.substring(0, reference.indexOf('/'));
            String id = reference.substring(reference.indexOf('/') + 1);
            Stream.of(reference, id, reference + ',' + one(all), target + "/no-such-id")
                    .forEach(value -> found.add(new Part(name, value)));
            found.add(new Part(name + ':' + target, id));
        }
        for (Token identifier : some(values.identified(type, param), 2)) {
            found.add(new Part(name + ":identifier", identifier.full()));
        }
        return found;
    }

    private List<Part> chained(String type, RuntimeSearchParam param) {
        if (param.getParamType() != RestSearchParameterTypeEnum.REFERENCE) {
            return List.of();
        }
        Set<String> pointed = values.references(type, param).stream()
                .map(reference -> reference.substring(0, Math.max(0, reference.indexOf('/'))))
                .collect(Collectors.toSet());
        List<Part> found = new ArrayList<>();
        for (String target : declared.targets(param)) {
            if (!pointed.contains(target)) {
                continue;
            }
            for (RuntimeSearchParam behind : some(declared.of(target), 2)) {
                for (Part part : some(plain(target, behind), 1)) {
                    found.add(part.behind(param.getName() + ':' + target));
                    if (declared.targets(param).size() == 1) {
                        found.add(part.behind(param.getName()));
                    }
                }
            }
        }
        return found;
    }

    private List<Part> ids(String type) {
        List<String> all = values.ids(type);
        List<Part> found = new ArrayList<>(List.of(new Part("_id", "no-such-id")));
        some(all, 2).forEach(id -> found.add(new Part("_id", id)));
        some(all, 2).forEach(id -> found.add(new Part("_id", id + ',' + one(all) + ",no-such-id")));
        return found;
    }

    private List<Question> included(String type) {
        List<Part> asked = new ArrayList<>();
        for (RuntimeSearchParam param : declared.of(type)) {
            if (param.getParamType() == RestSearchParameterTypeEnum.REFERENCE) {
                asked.add(new Part("_include", type + ':' + param.getName()));
                some(declared.targets(param), 1)
                        .forEach(
                                target -> asked.add(new Part("_include", type + ':' + param.getName() + ':' + target)));
            }
        }
        for (String other : declared.types()) {
            for (RuntimeSearchParam param : declared.of(other)) {
                if (param.getParamType() == RestSearchParameterTypeEnum.REFERENCE
                        && declared.targets(param).contains(type)
                        && values.references(other, param).stream().anyMatch(found -> found.startsWith(type + '/'))) {
                    asked.add(new Part("_revinclude", other + ':' + param.getName()));
                }
            }
        }
        String three = String.join(",", some(values.ids(type), 3));
        return three.isEmpty()
                ? List.of()
                : asked.stream()
                        .map(part -> Question.of(type, new Part("_id", three), part))
                        .toList();
    }

    /** The specification does not say where a resource without the value goes, so those are also left out. */
    private List<Question> sorts(String type) {
        List<Question> found = new ArrayList<>();
        for (String sign : List.of("", "-")) {
            found.add(new Question(type, List.of(new Part("_sort", sign + "_id")), true));
            for (RuntimeSearchParam param : declared.of(type)) {
                if (param.getParamType() == RestSearchParameterTypeEnum.DATE
                        || param.getParamType() == RestSearchParameterTypeEnum.STRING) {
                    Part sort = new Part("_sort", sign + param.getName() + ",_id");
                    found.add(new Question(type, List.of(sort), true));
                    Part present = new Part(param.getName() + ":missing", "false");
                    found.add(new Question(type, List.of(present, sort), true));
                }
            }
        }
        return found;
    }

    /** A year, a month, a day, a minute or what it was. */
    private String shortened(String date) {
        int length = one(List.of(4, 7, 10, 16, date.length()));
        if (length >= date.length()) {
            return date;
        }
        return length == 16 ? date.substring(0, 16) + date.replaceFirst(".*T[0-9:.]*", "") : date.substring(0, length);
    }

    private static String unaccented(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> List<T> some(List<T> all, int count) {
        List<T> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, random);
        return List.copyOf(shuffled.subList(0, Math.min(count * depth, shuffled.size())));
    }
}
