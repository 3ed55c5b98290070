#!/bin/sh
# Makes the role as which the server works; what it may do is set by the server's migrations. Run by the image of PostgreSQL, as the
# owner, the first time.
set -eu
psql -v ON_ERROR_STOP=1 -v password="$RUNTIME_PASSWORD" --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
create role ooievaar login password :'password';
SQL
