/** verify.sh, part 1: where the package is, the tools, words on the screen, hexadecimal and base64 without tools. */
import { shell } from './shell-text.ts';

export const SCRIPT_START = shell`#!/bin/sh
# Checks this package. Needs a POSIX shell, sha256sum, openssl 3.0 or newer, awk, mkdir and rm; nothing else, no network.
#
#   sh verify/verify.sh              the package this script lies in
#   sh verify.sh FOLDER              another package; use a copy of this script that you trust
#   sh verify.sh FOLDER LOG.vkey     and hold the log's key against one that you got another way
#
# Ends with 0: everything agrees. 1: something differs, each thing is named. 2: it could not be checked.
# It writes only to a folder of its own in TMPDIR, and removes that at the end.
set -u
LC_ALL=C
export LC_ALL
umask 077
faults=0
NL='
'

say() { printf '%s\n' "$*"; }
fault() {
  faults=$((faults + 1))
  printf 'DIFFERS: %s\n' "$*"
}
stop() {
  printf 'CANNOT CHECK: %s\n' "$*"
  exit 2
}

for tool in sha256sum openssl awk mkdir rm; do
  command -v "$tool" >/dev/null 2>&1 || stop "the program $tool is not installed here."
done
case $(openssl version) in
  'OpenSSL '[3-9]*) ;;
  *) stop "OpenSSL 3.0 or newer is needed. This is: $(openssl version)" ;;
esac

expected_key=
if [ $# -ge 2 ]; then
  IFS= read -r expected_key < "$2" || [ -n "$expected_key" ] || stop "$2 cannot be read."
fi
if [ $# -ge 1 ]; then package=$1; else
  case $0 in
    */*) package=\${0%/*}/.. ;;
    *) package=.. ;;
  esac
fi
tmp=\${TMPDIR:-/tmp}/onrecord-verify.$$
case $tmp in
  /*) ;;
  *) tmp=$PWD/$tmp ;;
esac
CDPATH= cd "$package" 2>/dev/null || stop "there is no folder $package."
[ -f bagit.txt ] || stop "$package holds no bagit.txt: it is not a package of onrecord."
mkdir "$tmp" || stop "no temporary folder could be made. Set TMPDIR to a folder that can be written."
trap 'rm -rf "$tmp"' EXIT
trap 'exit 2' HUP INT TERM

# Hexadecimal in $1, bytes out.
hexbin() {
  in=$1
  list=
  while [ -n "$in" ]; do
    list="$list 0x\${in%"\${in#??}"}"
    in=\${in#??}
  done
  printf '%b' "$(printf '\\0%03o' $list)"
}

# SHA-256 of what comes in, into $sum.
take_sum() {
  sum=\${1%% *}
}

# Base64 in $1, hexadecimal into $hex; fails for anything that is not base64 as it must be written.
BASE64=ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/
b64hex() {
  hex=
  rest=$1
  [ -n "$rest" ] && [ $((\${#rest} % 4)) -eq 0 ] || return 1
  while [ -n "$rest" ]; do
    group=\${rest%"\${rest#????}"}
    rest=\${rest#????}
    keep=6
    case $group in
      ??==) keep=2 group=\${group%==}AA ;;
      ???=) keep=4 group=\${group%=}A ;;
    esac
    number=0
    while [ -n "$group" ]; do
      before=\${BASE64%%"\${group%"\${group#?}"}"*}
      [ \${#before} -lt 64 ] || return 1
      number=$((number * 64 + \${#before}))
      group=\${group#?}
    done
    six=$(printf '%06x' "$number")
    case $keep in
      2) six=\${six%????} ;;
      4) six=\${six%??} ;;
    esac
    hex=$hex$six
  done
  [ "$(hexbin "$hex" | openssl base64 -A)" = "$1" ]
}

# Whether the path in $1 stays inside the package.
inside() {
  case /$1/ in
    */../* | */./* | *//* | *\\*) return 1 ;;
  esac
  case $1 in
    '' | '~'* | [A-Za-z]:*) return 1 ;;
  esac
}
`;
