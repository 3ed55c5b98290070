package nl.ooievaar.server.search;

import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import nl.ooievaar.server.search.Criterion.Id;
import nl.ooievaar.server.search.Criterion.Keyed;
import nl.ooievaar.server.search.Criterion.Main;
import nl.ooievaar.server.search.Criterion.Moment;
import nl.ooievaar.server.search.Criterion.Text;
import nl.ooievaar.server.search.Criterion.Timed;
import nl.ooievaar.server.search.Indexed.DateValue;
import nl.ooievaar.server.search.Indexed.StringValue;
import nl.ooievaar.server.search.SearchRequest.Sort;
import org.hl7.fhir.r4.model.Resource;

/**
 * Answers a search over the few resources that come with the package and stand in no table.
 *
 * <p>The same request, index values and order as {@link Search}, without gate, since these are open to everybody.
 */
public final class MemorySearch {
    private record Item(Resource resource, Indexed indexed, String id, Instant updated) {}

    private final List<Item> items;

    /** @param resources with their ids */
    public MemorySearch(Indexer indexer, List<? extends Resource> resources) {
        this.items = resources.stream().map(one -> item(indexer, one)).toList();
    }

    /** All that fit, in the order asked for; a chain fits nothing here. */
    public List<Resource> run(SearchRequest request) {
        return items.stream()
                .filter(item -> item.resource().fhirType().equals(request.type()))
                .filter(item -> request.criteria().stream().allMatch(one -> fits(item, one)))
                .sorted(order(request))
                .map(Item::resource)
                .toList();
    }

    private static Item item(Indexer indexer, Resource resource) {
        Instant updated = resource.getMeta().hasLastUpdated()
                ? resource.getMeta().getLastUpdated().toInstant()
                : Span.BEGIN;
        return new Item(
                resource, indexer.index(resource), resource.getIdElement().getIdPart(), updated);
    }

    private static boolean fits(Item item, Criterion criterion) {
        Indexed indexed = item.indexed();
        if (criterion instanceof Keyed keyed) {
            return keyed.negated() != Arrays.stream(indexed.keys()).anyMatch(keyed.any()::contains);
        }
        if (criterion instanceof Main main) {
            return indexed.mainKey() != null && indexed.mainKey() == main.key();
        }
        if (criterion instanceof Id id) {
            return id.any().contains(item.id());
        }
        if (criterion instanceof Text text) {
            return indexed.strings().stream()
                    .filter(value -> value.param().equals(text.param()))
                    .anyMatch(value -> text.any().stream().anyMatch(fits(value, text)));
        }
        return criterion instanceof Timed timed && fits(item, timed);
    }

    private static Predicate<String> fits(StringValue value, Text text) {
        return switch (text.match()) {
            case EXACT -> value.exact()::equals;
            case CONTAINS -> value.folded()::contains;
            case START -> value.folded()::startsWith;
        };
    }

    private static boolean fits(Item item, Timed timed) {
        // A version is a point in time: the shortest stretch the database can tell from the next.
        Stream<Span> recorded = timed.param().isEmpty()
                ? Stream.of(new Span(item.updated(), item.updated().plusNanos(1_000)))
                : item.indexed().dates().stream()
                        .filter(value -> value.param().equals(timed.param().get()))
                        .map(value -> new Span(value.low(), value.high()));
        return recorded.anyMatch(span -> timed.any().stream().anyMatch(moment -> fits(span, moment)));
    }

    private static boolean fits(Span recorded, Moment moment) {
        Span asked = moment.span();
        boolean within =
                !recorded.low().isBefore(asked.low()) && !recorded.high().isAfter(asked.high());
        return switch (moment.prefix()) {
            case EQ -> within;
            case NE -> !within;
            case GT -> recorded.high().isAfter(asked.high());
            case LT -> recorded.low().isBefore(asked.low());
            case GE -> recorded.high().isAfter(asked.low());
            case LE -> recorded.low().isBefore(asked.high());
            case SA -> !recorded.low().isBefore(asked.high());
            case EB -> !recorded.high().isAfter(asked.low());
        };
    }

    private static Comparator<Item> order(SearchRequest request) {
        return Ordering.of(request.sorts()).sorts().stream()
                .map(MemorySearch::order)
                .reduce(Comparator::thenComparing)
                .orElseThrow();
    }

    /** What has no value comes last, or first when descending. */
    private static Comparator<Item> order(Sort sort) {
        Comparator<Item> ascending =
                switch (sort.column()) {
                    case ID -> Comparator.comparing(Item::id);
                    case UPDATED -> Comparator.comparing(Item::updated);
                    case MAIN_DATE ->
                        Comparator.comparing(
                                item -> item.indexed().mainAt(), Comparator.nullsLast(Comparator.naturalOrder()));
                    case DATE ->
                        Comparator.comparing(
                                item -> edge(dates(item, sort), sort), Comparator.nullsLast(Comparator.naturalOrder()));
                    case STRING ->
                        Comparator.comparing(
                                item -> edge(texts(item, sort), sort), Comparator.nullsLast(Comparator.naturalOrder()));
                };
        return sort.descending() ? ascending.reversed() : ascending;
    }

    private static Stream<Instant> dates(Item item, Sort sort) {
        return item.indexed().dates().stream()
                .filter(value -> value.param().equals(sort.param()))
                .map(DateValue::low);
    }

    private static Stream<String> texts(Item item, Sort sort) {
        return item.indexed().strings().stream()
                .filter(value -> value.param().equals(sort.param()))
                .map(StringValue::folded);
    }

    private static <T extends Comparable<T>> T edge(Stream<T> values, Sort sort) {
        Comparator<T> natural = Comparator.naturalOrder();
        return (sort.descending() ? values.max(natural) : values.min(natural)).orElse(null);
    }
}
