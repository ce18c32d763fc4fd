/** verify.sh, part 2: every file of the package against the lists of checksums (RFC 8493). */
import { shell } from './shell-text.ts';

export const SCRIPT_SUMS = shell`
# --- 1. Checksums -----------------------------------------------------------------------------------------------

all_files=$NL
walk() {
  for item in "$1"* "$1".[!.]* "$1"..?*; do
    if [ -L "$item" ]; then
      fault "$item is a link. A package holds files only."
    elif [ -d "$item" ]; then
      walk "$item/"
    elif [ -f "$item" ]; then
      all_files=$all_files$item$NL
    elif [ -e "$item" ]; then
      fault "$item is neither a file nor a folder."
    fi
  done
}

# $1 a list of checksums, $2 sha256 or sha512; paths it names are added to $listed.
check_list() {
  if [ ! -f "$1" ] || [ -L "$1" ]; then
    fault "$1 is missing"
    return
  fi
  while IFS= read -r line || [ -n "$line" ]; do
    stated=\${line%% *}
    path=\${line#*"  "}
    if [ "$line" != "$stated  $path" ]; then
      fault "$1 holds a line that is not a checksum and a path"
      continue
    fi
    if ! inside "$path"; then
      fault "$1 names a path outside the package: $path"
      continue
    fi
    if [ ! -f "$path" ] || [ -L "$path" ]; then
      fault "$path is missing"
      continue
    fi
    case $2 in
      sha256) take_sum "$(sha256sum < "$path")" ;;
      sha512)
        sum=$(openssl dgst -sha512 < "$path")
        sum=\${sum##*= }
        ;;
    esac
    [ "$sum" = "$stated" ] || fault "$path differs from its checksum in $1"
    listed=$listed$path$NL
  done < "$1"
}

# Every file must be in the lists of one kind, $1.
check_complete() {
  rest=\${all_files#"$NL"}
  while [ -n "$rest" ]; do
    path=\${rest%%"$NL"*}
    rest=\${rest#*"$NL"}
    case $path in
      tagmanifest-sha256.txt | tagmanifest-sha512.txt) continue ;;
      fetch.txt) fault "fetch.txt asks to get files from the network. A package must hold all its files." ;;
    esac
    case $listed in
      *"$NL$path$NL"*) ;;
      *) fault "$path is in the package, but in no list of $1 checksums" ;;
    esac
  done
}

say "Package: $package"
IFS= read -r first < bagit.txt
[ "$first" = 'BagIt-Version: 1.0' ] || fault "bagit.txt does not say BagIt-Version: 1.0"
walk ''
for kind in sha256 sha512; do
  listed=$NL
  check_list "tagmanifest-$kind.txt" "$kind"
  check_list "manifest-$kind.txt" "$kind"
  check_complete "$kind"
done
[ "$faults" -gt 0 ] || say "1. Checksums: every file is listed, and none differs."
`;
