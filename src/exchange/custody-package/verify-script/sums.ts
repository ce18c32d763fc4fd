/** verify.sh, part 2: every file of the package against the lists of checksums (RFC 8493). */
import { shell } from './shell-text.ts';

export const SCRIPT_SUMS = shell`
# --- 1. Checksums -----------------------------------------------------------------------------------------------

# Lists lie in files of the temporary folder, one path a line: each step looks at each of them once.

walk() {
  for item in "$1"* "$1".[!.]* "$1"..?*; do
    if [ -L "$item" ]; then
      fault "$item is a link. A package holds files only."
    elif [ -d "$item" ]; then
      walk "$item/"
    elif [ -f "$item" ]; then
      printf '%s\n' "$item" >> "$tmp/files"
    elif [ -e "$item" ]; then
      fault "$item is neither a file nor a folder."
    fi
  done
}

# The lines of file $2 that are not in file $1.
lacking() {
  awk 'FILENAME == ARGV[1] { held[$0]; next } !($0 in held)' "$1" "$2"
}

# Checksums of the paths given after $1 (sha256 or sha512), added to $tmp/sums: the sum, two signs, the path after "./".
take_sums() {
  sum_kind=$1
  shift
  case $sum_kind in
    sha256) sha256sum "$@" ;;
    sha512) openssl dgst -sha512 -r "$@" ;;
  esac >> "$tmp/sums" 2>/dev/null
}

# $1 a list of checksums, $2 sha256 or sha512; paths it names are added to $tmp/listed.
check_list() {
  if [ ! -f "$1" ] || [ -L "$1" ]; then
    fault "$1 is missing"
    return
  fi
  : > "$tmp/stated"
  while IFS= read -r line || [ -n "$line" ]; do
    stated=\${line%% *}
    path=\${line#*"  "}
    if [ "$line" != "$stated  $path" ]; then
      fault "$1 holds a line that is not a checksum and a path"
    elif ! inside "$path"; then
      fault "$1 names a path outside the package: $path"
    elif [ ! -f "$path" ] || [ -L "$path" ]; then
      fault "$path is missing"
    else
      printf '%s\n' "$line" >&3
    fi
  done < "$1" 3> "$tmp/stated"
  list=$1 kind_of_sum=$2
  : > "$tmp/sums"
  set --
  while IFS= read -r line; do
    set -- "$@" "./\${line#*"  "}"
    if [ $# -ge 200 ]; then
      take_sums "$kind_of_sum" "$@"
      set --
    fi
  done < "$tmp/stated"
  [ $# -eq 0 ] || take_sums "$kind_of_sum" "$@"
  awk 'FILENAME == ARGV[1] { sum[substr($0, index($0, " ") + 4)] = substr($0, 1, index($0, " ") - 1); next }
    { path = substr($0, index($0, " ") + 2) }
    sum[path] != substr($0, 1, index($0, " ") - 1) { print path }' "$tmp/sums" "$tmp/stated" > "$tmp/differs"
  while IFS= read -r path; do fault "$path differs from its checksum in $list"; done < "$tmp/differs"
  while IFS= read -r line; do printf '%s\n' "\${line#*"  "}"; done < "$tmp/stated" >> "$tmp/listed"
}

# Every file must be in the lists of one kind, $1.
check_complete() {
  printf '%s\n' tagmanifest-sha256.txt tagmanifest-sha512.txt >> "$tmp/listed"
  lacking "$tmp/listed" "$tmp/files" > "$tmp/unlisted"
  while IFS= read -r path; do
    fault "$path is in the package, but in no list of $1 checksums"
  done < "$tmp/unlisted"
  [ ! -e fetch.txt ] || fault "fetch.txt asks to get files from the network. A package must hold all its files."
}

say "Package: $package"
IFS= read -r first < bagit.txt
[ "$first" = 'BagIt-Version: 1.0' ] || fault "bagit.txt does not say BagIt-Version: 1.0"
: > "$tmp/files"
walk ''
for kind in sha256 sha512; do
  : > "$tmp/listed"
  check_list "tagmanifest-$kind.txt" "$kind"
  check_list "manifest-$kind.txt" "$kind"
  check_complete "$kind"
done
[ "$faults" -gt 0 ] || say "1. Checksums: every file is listed, and none differs."
`;
