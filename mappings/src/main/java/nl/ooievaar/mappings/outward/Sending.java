package nl.ooievaar.mappings.outward;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import nl.ooievaar.mappings.account.Account;
import nl.ooievaar.mappings.account.Line;
import nl.ooievaar.mappings.account.Why;

/** Puts what goes of a source into a Bundle, with one line for every value. Used by one thread. */
final class Sending {
    /** What becomes of one value of a resource that goes. */
    interface Rules {
        Fate fate(Outgoing one, Path path, JsonNode value);
    }

    private final Tree bundle = new Tree();
    private final Source source;
    private final Rules rules;

    Sending(Source source, Rules rules) {
        this.source = source;
        this.rules = rules;
    }

    Tree bundle() {
        return bundle;
    }

    /** Where a resource stands in the Bundle as it is put together; what is made for it stands before all. */
    static Path entry(int of) {
        return Path.ROOT.then(new Path.Step("entry", of + 1));
    }

    void put(JsonNode tree) {
        fates(tree, false, new Account());
    }

    Sent sent(JsonNode tree) {
        Account account = new Account();
        fates(tree, true, account);
        return new Sent(bundle.object(), account);
    }

    private void fates(JsonNode tree, boolean tell, Account account) {
        for (Tree.Leaf leaf : Tree.leaves(tree)) {
            int of = leaf.path().size() > 2
                            && leaf.path().name(0).equals("entry")
                            && leaf.path().name(1).equals("resource")
                    ? leaf.path().steps().get(0).index()
                    : tree.has("entry") ? Path.NONE : 0;
            if (of == Path.NONE) {
                tell(tell, account, leaf, Path.ROOT, Fate.stays(Why.ENVELOPE));
            } else {
                Outgoing one = source.all().get(of);
                Path path = leaf.path().from(one.at().size());
                tell(tell, account, leaf, entry(of).then("resource"), fate(one, path, leaf.value()));
            }
        }
    }

    private Fate fate(Outgoing one, Path path, JsonNode value) {
        if (path.steps().stream().anyMatch(step -> step.name().isEmpty())) {
            return Fate.stays(Why.NO_PLACE);
        }
        Optional<Why> whole = source.stays(one).or(() -> References.stays(source, one.resource(), path));
        return whole.map(Fate::stays).orElseGet(() -> rules.fate(one, path, value));
    }

    private void tell(boolean tell, Account account, Tree.Leaf leaf, Path resource, Fate fate) {
        Line.Place place = new Line.Place(leaf.path().text(), 0, 0);
        if (fate instanceof Fate.Stays stays) {
            account.add(Line.notMapped(place, Optional.empty(), stays.why()));
        } else if (fate instanceof Fate.Goes goes) {
            Path target = resource.then(goes.target());
            if (!tell) {
                bundle.put(target, goes.value());
                return;
            }
            String at = bundle.where(target).text();
            account.add(goes.loss()
                    .map(why -> Line.lossy(place, Optional.empty(), at, why))
                    .orElseGet(() -> Line.mapped(place, Optional.empty(), at)));
        }
    }
}
