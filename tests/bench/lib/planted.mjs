// Contacts planted so that it is certain who is to be found first, and what is asked for them. A
// contact is named by its e-mail, or by its family name where it has none.
export const PLANTED = [
  { given_name: 'Quentin', family_name: 'Zarvox', email: 'q.zarvox@planted.example', job_title: 'Smith' },
  { given_name: 'Quirin', family_name: 'Zarvoxen', email: 'q.zarvoxen@planted.example', job_title: 'Smith' },
  { given_name: 'Quinn', family_name: 'Zarwox', email: 'q.zarwox@planted.example', job_title: 'Smith' },
  { given_name: 'Zoë', family_name: 'Ñandúqvist', email: 'zoe@planted.example', job_title: 'Pilot' },
  { given_name: 'Åsmund', family_name: 'Qvåle', email: 'asmund@planted.example', job_title: 'Pilot' },
  { given_name: 'Jürgen', family_name: 'Größqveller', email: 'juergen@planted.example', job_title: 'Pilot' },
  { given_name: 'अद्वितीय', family_name: 'क्वथनांकर', email: 'advitiya@planted.example', job_title: 'Pilot' },
  { given_name: 'Mail', family_name: 'Xylander', email: 'first.tqzmiddle@vqxfirma.planted.example', job_title: 'Baker' },
  { given_name: 'Phone', family_name: 'Xenophon', email: 'phone@planted.example', phone: '+49 7329 8841 55 03', job_title: 'Baker' },
  { given_name: 'Theodora', family_name: 'Pqalmyrene', email: 'theodora@planted.example', job_title: 'Qxuartermaster general' },
];

/** What is typed, and the e-mail of who must stand first. */
export const EXPECTED = [
  ['exact before prefix before typo', 'zarvox', 'q.zarvox@planted.example'],
  ['a prefix', 'zarvoxe', 'q.zarvoxen@planted.example'],
  ['one letter wrong', 'zarvixen', 'q.zarvoxen@planted.example'],
  ['two letters swapped', 'xylnader', 'first.tqzmiddle@vqxfirma.planted.example'],
  ['a letter missing', 'pqalmyrne', 'theodora@planted.example'],
  ['capitals', 'ZARVOXEN', 'q.zarvoxen@planted.example'],
  ['accents left out', 'nanduqvist', 'zoe@planted.example'],
  ['accents left out, a ring', 'asmund qvale', 'asmund@planted.example'],
  ['sharp s and umlaut', 'grossqveller', 'juergen@planted.example'],
  ['accents typed', 'Ñandúqvist', 'zoe@planted.example'],
  ['Devanagari, whole', 'क्वथनांकर', 'advitiya@planted.example'],
  ['Devanagari, a beginning', 'क्वथ', 'advitiya@planted.example'],
  ['both names, reversed', 'zarvox quentin', 'q.zarvox@planted.example'],
  ['two beginnings', 'quen zarv', 'q.zarvox@planted.example'],
  ['name and title', 'qxuarter theod', 'theodora@planted.example'],
  ['e-mail, whole', 'first.tqzmiddle@vqxfirma.planted.example', 'first.tqzmiddle@vqxfirma.planted.example'],
  ['e-mail, its middle', 'tqzmiddle', 'first.tqzmiddle@vqxfirma.planted.example'],
  ['e-mail, its domain', 'vqxfirma', 'first.tqzmiddle@vqxfirma.planted.example'],
  ['phone, whole', '+49 7329 8841 55 03', 'phone@planted.example'],
  ['phone, without spaces', '+49732988415503', 'phone@planted.example'],
  ['phone, its end', '8415503', 'phone@planted.example'],
  ['phone, from its middle', '7329 8841', 'phone@planted.example'],
];
