/** verify.sh, part 3: the log's key, signed checkpoints (C2SP signed-note, tlog-checkpoint, tlog-cosignature). */
import { shell } from './shell-text.ts';

export const SCRIPT_NOTES = shell`
# --- 2. Checkpoints and signatures ------------------------------------------------------------------------------

# Days since 1970-01-01 of year $1, month $2, day $3, into $days.
days_of() {
  y=$(($1 - ($2 <= 2)))
  era=$((y / 400))
  yoe=$((y - era * 400))
  doy=$(((153 * ($2 + ($2 > 2 ? -3 : 9)) + 2) / 5 + $3 - 1))
  days=$((era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468))
}

# Seconds since 1970 in $1, as a date in UTC into $instant.
instant_of() {
  z=$(($1 / 86400 + 719468))
  s=$(($1 % 86400))
  era=$((z / 146097))
  doe=$((z - era * 146097))
  yoe=$(((doe - doe / 1460 + doe / 36524 - doe / 146096) / 365))
  doy=$((doe - (365 * yoe + yoe / 4 - yoe / 100)))
  mp=$(((5 * doy + 2) / 153))
  d=$((doy - (153 * mp + 2) / 5 + 1))
  m=$((mp < 10 ? mp + 3 : mp - 9))
  y=$((yoe + era * 400 + (m <= 2)))
  instant=$(printf '%04d-%02d-%02dT%02d:%02d:%02dZ' "$y" "$m" "$d" $((s / 3600)) $((s % 3600 / 60)) $((s % 60)))
}

# Reads the one line of the key file $1: sets key_line, key_name, key_id, key_type, key_hex; writes $tmp/key.pem.
read_key() {
  key_line=
  IFS= read -r key_line < "$1" || [ -n "$key_line" ] || return 1
  key_name=\${key_line%%+*}
  rest=\${key_line#*+}
  key_id=\${rest%%+*}
  b64hex "\${rest#*+}" || return 1
  [ \${#hex} -eq 66 ] || return 1
  key_type=\${hex%"\${hex#??}"}
  key_hex=\${hex#??}
  take_sum "$({ printf '%s\n' "$key_name"; hexbin "$hex"; } | sha256sum)"
  [ "$key_id" = "\${sum%"\${sum#????????}"}" ] || return 1
  {
    say '-----BEGIN PUBLIC KEY-----'
    hexbin "302a300506032b6570032100$key_hex" | openssl base64
    say '-----END PUBLIC KEY-----'
  } > "$tmp/key.pem"
}

# Reads the signed note $1: sets note (all of it), body, origin, size, root, signatures.
read_note() {
  note= body= origin= size= root= signatures= lines=0 part=body
  while IFS= read -r line; do
    note=$note$line$NL
    if [ "$part" = signatures ]; then
      signatures=$signatures$line$NL
    elif [ -z "$line" ]; then
      part=signatures
    else
      body=$body$line$NL
      lines=$((lines + 1))
      case $lines in
        1) origin=$line ;;
        2) size=$line ;;
        3) root=$line ;;
      esac
    fi
  done < "$1"
  take_sum "$(printf '%s' "$note" | sha256sum)"
  noted=$sum
  take_sum "$(sha256sum < "$1")"
  case $size in
    '' | 0* | *[!0-9]*) return 1 ;;
  esac
  [ \${#size} -le 16 ] && [ \${#root} -eq 44 ] && [ -n "$signatures" ] && [ "$noted" = "$sum" ]
}

# Looks for the signature of the key that was read last. $signed: valid, none or invalid; $signed_at for a witness.
find_signature() {
  signed=none
  signed_at=
  left=$signatures
  while [ -n "$left" ]; do
    line=\${left%%"$NL"*}
    left=\${left#*"$NL"}
    case $line in
      "— $key_name "*) ;;
      *) continue ;;
    esac
    b64hex "\${line##* }" || continue
    [ "\${hex%"\${hex#????????}"}" = "$key_id" ] || continue
    hex=\${hex#????????}
    if [ "$key_type" = 04 ]; then
      seconds=$((0x\${hex%"\${hex#????????????????}"}))
      hex=\${hex#????????????????}
      instant_of "$seconds"
      signed_at=$instant
      printf 'cosignature/v1\ntime %s\n%s' "$seconds" "$body" > "$tmp/signed"
    else
      printf '%s' "$body" > "$tmp/signed"
    fi
    hexbin "$hex" > "$tmp/signature"
    if openssl pkeyutl -verify -pubin -inkey "$tmp/key.pem" -rawin -in "$tmp/signed" \
      -sigfile "$tmp/signature" >/dev/null 2>&1; then
      [ "$signed" = invalid ] || signed=valid
    else
      signed=invalid
    fi
  done
}

# The checkpoint in folder $1: signed by the log, and by witnesses where there are any.
check_checkpoint() {
  checkpoint_ok=no
  if [ ! -f "$1/checkpoint" ] || ! read_note "$1/checkpoint"; then
    fault "$1/checkpoint is not a signed checkpoint"
    return
  fi
  if ! read_key verify/log.vkey || [ "$key_type" != 01 ]; then
    fault "verify/log.vkey is not a key of a log"
    return
  fi
  [ "$origin" = "$key_name" ] || fault "$1/checkpoint is of the log $origin, the key is of $key_name"
  find_signature
  if [ "$signed" != valid ]; then
    fault "$1/checkpoint is not signed by the log's key"
    return
  fi
  checkpoint_ok=yes
  if [ "$1" = verify ]; then
    for cut in body sig; do
      take_sum "$(sha256sum < "verify/checkpoint.$cut")"
      cut_sum=$sum
      case $cut in
        body) take_sum "$(printf '%s' "$body" | sha256sum)" ;;
        sig) take_sum "$(sha256sum < "$tmp/signature")" ;;
      esac
      [ "$cut_sum" = "$sum" ] || fault "verify/checkpoint.$cut is not what verify/checkpoint holds"
    done
  fi
  say "   $1/checkpoint: $size entries, signed by the log $origin"
  for witness in verify/witnesses/*.vkey; do
    [ -f "$witness" ] || continue
    if ! read_key "$witness" || [ "$key_type" != 04 ]; then
      fault "$witness is not a key of a witness"
      continue
    fi
    find_signature
    case $signed in
      valid) say "   $1/checkpoint: seen by the witness $key_name at $signed_at" ;;
      invalid) fault "$1/checkpoint has a wrong signature of the witness $key_name" ;;
    esac
  done
}

say "2. Checkpoints and signatures"
if read_key verify/log.vkey; then
  say "   The log's key: $key_line"
  [ -z "$expected_key" ] || [ "$expected_key" = "$key_line" ] ||
    fault "verify/log.vkey is not the key that you gave: $expected_key"
  here=$(openssl pkey -pubin -in verify/log-key.pub -pubout 2>/dev/null)
  there=$(openssl pkey -pubin -in "$tmp/key.pem" -pubout 2>/dev/null)
  [ -n "$here" ] && [ "$here" = "$there" ] || fault "verify/log-key.pub is not the key in verify/log.vkey"
else
  fault "verify/log.vkey is not a key of a log"
fi
`;
