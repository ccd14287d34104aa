#!/bin/sh
# Run once by the image, when the cluster is new: Keycloak's database beside those of the services, which `migrate` makes.
set -eu
password="$(cat /run/secrets/keycloak_database_password)"
psql --no-psqlrc --set ON_ERROR_STOP=1 --set password="$password" --username "$POSTGRES_USER" <<'SQL'
create role keycloak login password :'password';
create database keycloak owner keycloak;
revoke connect on database keycloak from public;
SQL
