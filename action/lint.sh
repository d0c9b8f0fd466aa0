#!/usr/bin/env bash
# Runs `caveat lint` with what the action's inputs say; they come in environment variables.
set -euo pipefail

options=()
if [ -n "${MAX_WARNINGS:-}" ]; then options+=(--max-warnings "$MAX_WARNINGS"); fi
if [ -n "${BASELINE:-}" ]; then options+=(--baseline "$BASELINE"); fi
if [ -n "${CONFIG:-}" ]; then options+=(--config "$CONFIG"); fi

files=()
while IFS= read -r file; do
  if [ -n "$file" ]; then files+=("$file"); fi
done <<<"${FILES:-.}"

lint() {
  # The first form is for bash 3.2 of macOS, which takes an empty list for an unset variable.
  node "$CAVEAT" lint ${options[@]+"${options[@]}"} --format "$1" -- "${files[@]}"
}

if [ -n "${SARIF_FILE:-}" ]; then
  # What it ends with is told by the second run, which says the same.
  lint sarif >"$SARIF_FILE" || true
fi
lint "${FORMAT:-github}"
