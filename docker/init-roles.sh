#!/bin/bash
# Runs once, on an empty server: the database and its three roles. Who migrates, who serves, who only reads.
set -euo pipefail

secrets=${KITH_SECRETS_DIR:-/run/secrets}
for file in kith_db_owner_password kith_db_password kith_db_reader_password; do
    if [[ ! -s $secrets/$file ]]; then
        echo "init-roles: $secrets/$file is missing, empty or not readable" >&2
        exit 1
    fi
done

# The passwords are read by psql itself, so that they stand on no command line.
psql --no-psqlrc --quiet --set ON_ERROR_STOP=1 --username "${POSTGRES_USER:-postgres}" --dbname postgres <<SQL
\set owner_password \`cat $secrets/kith_db_owner_password\`
\set app_password \`cat $secrets/kith_db_password\`
\set reader_password \`cat $secrets/kith_db_reader_password\`
create role kith_owner login nosuperuser nocreatedb nocreaterole nobypassrls password :'owner_password';
create role kith_app login nosuperuser nocreatedb nocreaterole nobypassrls password :'app_password';
create role kith_reader login nosuperuser nocreatedb nocreaterole nobypassrls password :'reader_password';
create database kith owner kith_owner;
revoke all on database kith from public;
grant connect on database kith to kith_app, kith_reader;
SQL
