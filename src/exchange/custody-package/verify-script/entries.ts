/** verify.sh, part 4: time-stamps (RFC 3161), commitments, leaves and inclusion proofs (RFC 6962), and the end. */
import { shell } from './shell-text.ts';

export const SCRIPT_ENTRIES = shell`
# Time-stamps over the checkpoint in folder $1; the earliest into $stamped.
check_stamps() {
  stamped=
  chain=verify/timestamps/chain.pem
  [ -f "$chain" ] || chain=verify/timestamps/roots.pem
  for token in "$1"/timestamps/*.tst; do
    [ -f "$token" ] || continue
    text=$(openssl ts -reply -in "$token" -token_in -text 2>/dev/null)
    case $text in
      *'Time stamp: '*) ;;
      *)
        fault "$token is not a time-stamp"
        continue
        ;;
    esac
    text=\${text#*Time stamp: }
    text=\${text%%"$NL"*}
    set -- "$1" $text
    case $2 in
      Jan) m=1 ;; Feb) m=2 ;; Mar) m=3 ;; Apr) m=4 ;; May) m=5 ;; Jun) m=6 ;;
      Jul) m=7 ;; Aug) m=8 ;; Sep) m=9 ;; Oct) m=10 ;; Nov) m=11 ;; *) m=12 ;;
    esac
    clock=\${4%%.*}
    hour=\${clock%%:*} second=\${clock##*:} minute=\${clock#*:}
    minute=\${minute%%:*}
    days_of "$5" "$m" "$3"
    seconds=$((days * 86400 + \${hour#0} * 3600 + \${minute#0} * 60 + \${second#0}))
    instant_of "$seconds"
    if openssl ts -verify -data "$1/checkpoint" -in "$token" -token_in \
      -CAfile verify/timestamps/roots.pem -untrusted "$chain" -attime "$seconds" >/dev/null 2>&1; then
      say "   $token: the checkpoint existed at $instant, says the time-stamp authority"
      if [ -z "$stamped" ] || [ "$seconds" -lt "$earliest" ]; then
        stamped=$instant
        earliest=$seconds
      fi
    else
      fault "$token is not a valid time-stamp of $1/checkpoint by an authority in verify/timestamps/roots.pem"
    fi
  done
}

# The text of JSON member $2 in $1, into $value; empty for null.
member() {
  case $1 in
    *"\"$2\":\""*)
      value=\${1#*"\"$2\":\""}
      value=\${value%%\"*}
      ;;
    *) value= ;;
  esac
}

# HMAC-SHA-256 of file $2 under the key $1, into $mac.
take_mac() {
  mac=$(openssl dgst -sha256 -mac HMAC -macopt "hexkey:$1" < "$2")
  mac=\${mac##*= }
}

# "…" or null
quoted() {
  if [ -n "$1" ]; then printf '"%s"' "$1"; else printf null; fi
}

# The leaf of entry $1 (verify/$1.leaf) rebuilt from the files it commits to: sets leaf, seq, action, at.
check_leaf() {
  leaf= opening=
  IFS= read -r leaf < "verify/$1.leaf" || [ -n "$leaf" ] || return 1
  member "$leaf" action && action=$value
  member "$leaf" at && at=$value
  member "$leaf" commitment && commitment=$value
  seq=\${leaf##*\"seq\":}
  seq=\${seq%\}}
  case $seq in
    '' | 0* | *[!0-9]* | ?????????????????*)
      fault "verify/$1.leaf is not an entry of a log"
      return 1
      ;;
  esac
  if [ ! -f "verify/$1.opening.json" ]; then
    fault "verify/$1.opening.json is missing"
    return 1
  fi
  IFS= read -r opening < "verify/$1.opening.json"
  member "$opening" body && body_file=$value
  member "$opening" bodySalt && body_key=$value
  member "$opening" bytesSalt && bytes_key=$value
  member "$opening" file && file=$value
  rebuilt=$(printf '{"body":%s,"bodySalt":%s,"bytesSalt":%s,"file":%s}' \
    "$(quoted "$body_file")" "$(quoted "$body_key")" "$(quoted "$bytes_key")" "$(quoted "$file")")
  [ "$rebuilt" = "$opening" ] || fault "verify/$1.opening.json does not have its four members"
  bytes=
  if [ -n "$bytes_key" ]; then
    if inside "$file" && [ -f "$file" ]; then
      take_mac "$bytes_key" "$file"
      bytes="\"bytes\":\"$mac\","
      printf '%s\n' "$file" >> "$tmp/opened"
    else
      fault "$file, which entry $seq commits to, is missing"
    fi
  fi
  if [ -n "$body_key" ]; then
    if inside "$body_file" && [ -f "verify/$body_file" ]; then
      take_mac "$body_key" "verify/$body_file"
      commitment=$mac
    else
      fault "verify/$body_file, which entry $seq commits to, is missing"
    fi
  fi
  rebuilt="{\"action\":\"$action\",\"at\":\"$at\",$bytes\"commitment\":\"$commitment\",\"seq\":$seq}"
  take_sum "$(printf '%s' "$rebuilt" | sha256sum)"
  rebuilt_sum=$sum
  take_sum "$(sha256sum < "verify/$1.leaf")"
  if [ "$rebuilt_sum" != "$sum" ]; then
    fault "verify/$1.leaf: entry $seq does not commit to \${file:-\${body_file:-what it says}}"
    return 1
  fi
  say "   $1: entry $seq, $action, at $at by the clock of the record"
  [ -z "$bytes" ] || say "      commits to $file"
  [ -z "$body_key" ] || say "      commits to verify/$body_file"
}

# The proof $1 that the leaf stands in the checkpoint last read from folder $2.
check_proof() {
  take_sum "$({ printf '\000'; printf '%s' "$leaf"; } | sha256sum)"
  part=head node=$seq proof_note= index=
  edge=$((size - 1))
  while IFS= read -r line; do
    case $part in
      head)
        [ "$line" = c2sp.org/tlog-proof@v1 ] || return 1
        part=index
        ;;
      index)
        case $line in
          'extra '*) continue ;;
          'index '*) index=\${line#index } ;;
          *) return 1 ;;
        esac
        [ "$index" = $((seq - 1)) ] && [ "$index" -lt "$size" ] || return 1
        node=$index
        part=hashes
        ;;
      hashes)
        if [ -z "$line" ]; then
          part=note
          continue
        fi
        [ "$edge" -ne 0 ] && [ \${#line} -eq 44 ] || return 1
        if [ $((node & 1)) -eq 1 ] || [ "$node" -eq "$edge" ]; then
          take_sum "$({ printf '\001'; printf '%s' "$line" | openssl base64 -d -A; hexbin "$sum"; } | sha256sum)"
          while [ $((node & 1)) -eq 0 ] && [ "$node" -ne 0 ]; do
            node=$((node >> 1)) edge=$((edge >> 1))
          done
        else
          take_sum "$({ printf '\001'; hexbin "$sum"; printf '%s' "$line" | openssl base64 -d -A; } | sha256sum)"
        fi
        node=$((node >> 1)) edge=$((edge >> 1))
        ;;
      note) proof_note=$proof_note$line$NL ;;
    esac
  done < "$1"
  [ "$part" = note ] && [ "$edge" -eq 0 ] && [ "$proof_note" = "$note" ] || return 1
  [ "$(hexbin "$sum" | openssl base64 -A)" = "$root" ]
}

# Every proof in folder $1 against the checkpoint there.
check_folder() {
  check_checkpoint "$1"
  check_stamps "$1"
  [ "$checkpoint_ok" = yes ] || return
  for proof in "$1"/*.tlog-proof; do
    [ -f "$proof" ] || continue
    entry=\${proof##*/}
    entry=\${entry%.tlog-proof}
    leaf=
    if [ -f "verify/$entry.leaf" ]; then
      IFS= read -r leaf < "verify/$entry.leaf" || [ -n "$leaf" ]
    fi
    seq=\${leaf##*\"seq\":}
    seq=\${seq%\}}
    case $seq in
      '' | 0* | *[!0-9]*) fault "verify/$entry.leaf is missing or not an entry" ; continue ;;
    esac
    if check_proof "$proof"; then
      say "   $proof: entry $seq stands in the log\${stamped:+, not later than $stamped}"
      printf '%s\n' "$1/$entry" >> "$tmp/proved"
    else
      fault "$proof does not lead from entry $seq to the checkpoint"
    fi
  done
}

# Entries with a proof, and files that entries commit to, one a line.
: > "$tmp/proved"
: > "$tmp/opened"
: > "$tmp/entries"
check_folder verify
for folder in verify/anchors/*/; do
  [ -d "$folder" ] && check_folder "\${folder%/}"
done

say "3. Entries of the log"
for leaf_file in verify/*.leaf; do
  [ -f "$leaf_file" ] || continue
  entry=\${leaf_file#verify/}
  entry=\${entry%.leaf}
  check_leaf "$entry"
  printf 'verify/%s\n' "$entry" >> "$tmp/entries"
done
lacking "$tmp/proved" "$tmp/entries" > "$tmp/unproved"
while IFS= read -r entry; do
  fault "$entry.tlog-proof is missing or wrong: nothing proves that entry to be in the log"
done < "$tmp/unproved"

# Every file named in $tmp/kept must be one that an entry commits to.
check_opened() {
  lacking "$tmp/opened" "$tmp/kept" > "$tmp/unopened"
  while IFS= read -r file; do
    fault "$file is not what any entry of the log commits to"
  done < "$tmp/unopened"
}
# What only a release has: its statements, and the list of its pages, as the log committed to them.
check_release() {
  for file in data/release.json data/approval.json data/captures/*/*; do
    [ ! -f "$file" ] || printf '%s\n' "$file"
  done > "$tmp/kept"
  check_opened
  statement=
  IFS= read -r statement < data/release.json
  member "$statement" dossierSha256
  take_sum "$(sha256sum < data/dossier.sha256)"
  [ "$value" = "$sum" ] || fault "data/dossier.sha256 is not the list that data/release.json names"
  listed=0
  (cd data && sha256sum -c dossier.sha256) > "$tmp/pages" 2>/dev/null
  while IFS= read -r line; do
    listed=$((listed + 1))
    case $line in
      *': OK') ;;
      *) fault "data/\${line%: *} is not as it was released" ;;
    esac
  done < "$tmp/pages"
  pages=0
  while IFS= read -r file; do
    case $file in
      data/dossier/*) pages=$((pages + 1)) ;;
    esac
  done < "$tmp/files"
  [ "$pages" -eq "$listed" ] || fault "data/dossier holds $pages files; $listed were released"
  holds="a release with $pages pages and files"
}

check_sources() {
  sources=0
  : > "$tmp/kept"
  for folder in data/sources/*/; do
    [ -d "$folder" ] || continue
    sources=$((sources + 1))
    source=\${folder#data/sources/}
    source=\${source%/}
    [ -f "verify/$source.leaf" ] || fault "verify/$source.leaf is missing: nothing proves that source"
    originals=0
    for file in "$folder"original/*; do
      [ -f "$file" ] || continue
      originals=$((originals + 1))
      printf '%s\n' "$file" >> "$tmp/kept"
    done
    [ "$originals" -gt 0 ] || fault "$folder holds no original"
  done
  check_opened
  [ "$sources" -gt 0 ] || fault "data/sources holds no source"
  holds="$sources source(s)"
}

if [ -f data/release.json ]; then check_release; else check_sources; fi

if [ "$faults" -gt 0 ]; then
  say "RESULT: $faults thing(s) in this package differ. They are named above. Do not rely on it."
  exit 1
fi
say "RESULT: everything in this package agrees: $holds."
say "Still to be done by a person: hold the log's key above, and the certificates in"
say "verify/timestamps/roots.pem, against those that the log's owner and the authority publish elsewhere."
exit 0
`;
