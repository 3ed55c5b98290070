-- The access log: what a caller asked for, bounds to what it can write there, and seals that show any change afterwards.
-- What the server's own role may do with these tables is set after every migration: every table whose name begins with audit is
-- append only (decision 0011).

alter table audit
  -- The one purpose the caller said it asked for (code of phb-purpose, or of HL7 v3 ActReason).
  add column purpose  text,
  -- Which columns the MAC covers: 1 those of V1, 2 purpose as well.
  add column mac_form smallint not null default 1 check (mac_form in (1, 2));
alter table audit alter column mac_form drop default;

-- A token is written by others: nothing of it becomes a place to keep texts. Rows of before stay as they are.
alter table audit add constraint audit_short check (
  length(organization) <= 401 and length(service) <= 200 and length(role) <= 200 and length(actor) <= 200
  and length(client) <= 200 and length(interaction) <= 64 and length(purpose) <= 64 and length(basis) <= 500
  and length(query) <= 65536) not valid;

-- The order of sealing: what committed is found by its transaction, at the right edge of the index.
drop index audit_by_seq;
create index audit_by_order on audit (xid, seq);

-- One seal covers a batch of committed rows, in the order (xid, seq), and the seal before it. A row that is changed, removed,
-- added or moved afterwards no longer fits its seal, and a seal no longer fits the next.
create table audit_seal (
  seal_no   bigint      primary key check (seal_no > 0),
  -- Place of its first row in the order of sealing, which starts at 1 and has no gap.
  first_row bigint      not null check (first_row > 0),
  from_xid  xid8        not null,
  to_xid    xid8        not null,
  -- Its rows, in order.
  seqs      bigint[]    not null check (cardinality(seqs) > 0),
  -- SHA-256 over place, transaction and MAC of each row.
  digest    bytea       not null,
  -- MAC of the seal before; zeros for the first.
  previous  bytea       not null,
  sealed_at timestamptz not null,
  mac       bytea       not null
);
