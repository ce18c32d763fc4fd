/** A second custodian of a member's keys. */
export const CUSTODIAN = {
  'custodian.title': 'Second custodian',
  'custodian.lead':
    'If you lose your passphrase and the recovery key, nobody can open what was sealed for you, unless you entrusted your keys to another member before.',
  'custodian.entrust': 'Entrust my keys',
  'custodian.entrust.text':
    'Whoever holds this copy and the keys of the custodian can open everything that is sealed for you, now and later, and sign as you; nothing shows that they did. It cannot be called back: your keys stay the same. Choose somebody to whom you would give the cases themselves.',
  'custodian.to': 'To',
  'custodian.fingerprint': 'Their fingerprint as they read it to you; empty when you compared it before',
  'custodian.own': 'Your passphrase, once more',
  'custodian.entrust.do': 'Make the copy',
  'custodian.kept':
    'The copy of {name} for {custodian} lies beside the member files of this machine, in no backup. You can save it as a file, too.',
  'custodian.give':
    'The copy of {name} for {custodian} is made. Save it, give it to {custodian}, and keep none yourself.',
  'custodian.save': 'Save the copy',
  'custodian.restore': 'Make a lost member file anew',
  'custodian.restore.text':
    'For a member who entrusted their keys to you and has lost passphrase and recovery key. Their file is made anew on this machine, with the same keys, under a new passphrase and with a new recovery key.',
  'custodian.of': 'The copy',
  'custodian.of.file': 'in a file',
  'custodian.file': 'The file that the member gave you',
  'custodian.typed':
    'The member chooses the new passphrase and types it: whoever knows it is that member from now on.',
  'custodian.restore.do': 'Make the file anew',
  'custodian.too-large': 'This file is too large to be a copy of keys.',
  'custodian.restored':
    'The passphrase and the recovery key before open nothing in this file; copies of the file made before still open with them. If somebody else may have one, make new keys under another name and let an admin take {name} out.',
  'custodian.uncompared':
    'You have never compared the keys of {name}: ask members who have for the fingerprint, it must be the one above.',
} as const;
