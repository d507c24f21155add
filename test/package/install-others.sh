#!/usr/bin/env bash
# Installs the other Node versions and TypeScript versions that test/package tries the package with.
set -euo pipefail
cd "$(dirname "$0")/../.."
for what in node@22 node@24 typescript@5.9 typescript@7; do
  folder="node_modules/.cache/others/${what/@/-}"
  [ -d "$folder/node_modules" ] && continue
  mkdir -p "$folder"
  echo '{ "private": true }' > "$folder/package.json"
  npm install --prefix "$folder" --no-audit --no-fund --loglevel=error "$what"
done
