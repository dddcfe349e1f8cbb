/**
 * Who may do what with which row: read, insert, update, delete, as the database itself allows it. Written by hand and held
 * against the database by access-matrix.test.ts; docs/access.md shows the same.
 *
 * The rows, as Lina would say it: `own` is hers or of her collaboration, `next` is of someone else in that collaboration,
 * `aside` is of another collaboration in the workspace, `abroad` is of another workspace. Where a table is about members,
 * `own` is the professional who takes part and `next` her colleague who does too. A place that a table does not have is
 * left out.
 */
export const places = ['own', 'next', 'aside', 'abroad'] as const
export type Place = (typeof places)[number]

/** The columns of the table: their short name, and who that is. */
export const actors = {
  none: 'without any context',
  link: 'by a check link, before it is known whose it is',
  page: 'by the link of an own page, before it is known whose it is',
  resp: 'who answers a check by her link: Lina',
  self: 'a person on her own page: Lina',
  look: 'the same, where her page shows notes and who looked',
  prof: 'a professional who takes part in the collaboration',
  cons: 'the same, with the choices of Lina open',
  dele: 'the same, while deleting on request',
  else: 'a professional of the workspace who does not take part',
  emer: 'the same, looking up a collaboration in an emergency',
  faci: 'a facilitator who takes part',
  gues: 'a guest of another organisation who takes part',
  gels: 'the same guest, outside her collaborations',
  trai: 'a trainer, outside her collaborations',
  coac: 'a team coach, outside her collaborations',
  rese: 'a researcher',
  admi: 'an administrator',
  adme: 'the same, trying the door of an emergency',
  priv: 'a privacy officer',
  audi: 'the same, reading the record',
  syst: 'the program itself',
  work: 'the program, at planned work on the collaboration',
} as const
export type Actor = keyof typeof actors

export const expected = `
table                  row    none link page resp self look prof cons dele else emer faci gues gels trai coac rese admi adme priv audi syst work
agreement              own    ---- ---- ---- r--- r--- r--- riu- riu- riu- ---- ---- riu- riu- ---- ---- ---- ---- ---- ---- ---- ---- ---- riu-
agreement              aside  ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
agreement              abroad ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
agreement_echo         own    ---- ---- ---- ri-- ri-- ri-- r--- r--- r--d ---- ---- r--- r--- ---- ---- ---- ---- ---- ---- ---- ---- ---- r---
agreement_echo         next   ---- ---- ---- ---- ---- ---- r--- r--- r--d ---- ---- r--- r--- ---- ---- ---- ---- ---- ---- ---- ---- ---- r---
agreement_echo         aside  ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
agreement_echo         abroad ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
agreement_participant  own    ---- ---- ---- r--- r--- r--- ri-- ri-- ri-- ---- ---- ri-- ri-- ---- ---- ---- ---- ---- ---- ---- ---- ---- ri--
agreement_participant  next   ---- ---- ---- r--- r--- r--- ri-- ri-- ri-- ---- ---- ri-- ri-- ---- ---- ---- ---- ---- ---- ---- ---- ---- ri--
agreement_participant  aside  ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
agreement_participant  abroad ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
audit_anchor           own    ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- r--- ---- ----
audit_anchor           abroad ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
audit_event            own    ---- -i-- -i-- -i-- -i-- ri-- -i-- -i-- -i-- -i-- -i-- -i-- -i-- -i-- -i-- -i-- -i-- -i-- -i-- -i-- ri-- -i-- -i--
audit_event            aside  ---- -i-- -i-- -i-- -i-- -i-- -i-- -i-- -i-- -i-- -i-- -i-- -i-- -i-- -i-- -i-- -i-- -i-- -i-- -i-- ri-- -i-- -i--
audit_event            abroad ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
audit_head             own    ---- riu- riu- riu- riu- riu- riu- riu- riu- riu- riu- riu- riu- riu- riu- riu- riu- riu- riu- riu- riu- riu- riu-
audit_head             abroad ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
consent_event          own    ---- ---- ---- ---- ri-- ri-- ---- ri-- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
consent_event          next   ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
consent_event          aside  ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
consent_event          abroad ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
consent_grant          own    ---- ---- ---- ---- riud riud ---- riud ---- ---- ---- ---- ---- ---- ---- ---- r--- ---- ---- ---- ---- ---- ----
consent_grant          next   ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- r--- ---- ---- ---- ---- ---- ----
consent_grant          aside  ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- r--- ---- ---- ---- ---- ---- ----
consent_grant          abroad ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
contact                own    ---- ---- ---- r--- r--- r--- riud riud riud ---- ---- riud riud ---- ---- ---- ---- ---- ---- ---- ---- ---- riud
contact                aside  ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
contact                abroad ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
emergency_access       own    ---- ---- ---- r--- r--- r--- riu- riu- riu- ---- ---- r--- r--- ---- ---- ---- ---- ---- ---- ---- r--- ---- r---
emergency_access       aside  ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- r--- ---- ----
emergency_access       abroad ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
invitation             own    ---- ---- ---- r-u- r-u- r-u- riu- riu- riud ---- ---- riu- riu- ---- ---- ---- ---- ---- ---- ---- ---- ---- riu-
invitation             next   ---- ---- ---- ---- ---- ---- riu- riu- riud ---- ---- riu- riu- ---- ---- ---- ---- ---- ---- ---- ---- ---- riu-
invitation             aside  ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
invitation             abroad ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
invitation_token       own    ---- r--- ---- riu- riu- riu- riud riud riud ---- ---- riud riud ---- ---- ---- ---- ---- ---- ---- ---- ---- riud
invitation_token       next   ---- ---- ---- ---- ---- ---- riud riud riud ---- ---- riud riud ---- ---- ---- ---- ---- ---- ---- ---- ---- riud
invitation_token       aside  ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
invitation_token       abroad ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
mail_message           aside  ---- -i-- -i-- -i-- -i-- -i-- -i-- -i-- -i-- -i-- -i-- -i-- -i-- -i-- -i-- -i-- -i-- riud riud -i-- -i-- riud riud
mail_message           abroad ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
member                 own    ---- ---- ---- ---- ---- r--- r-u- r-u- r-u- r--- r--- r--- ---- ---- r--- r--- r--- riu- riu- r--- r--- r--- r---
member                 next   ---- ---- ---- ---- ---- r--- r--- r--- r--- r--- r--- r--- ---- ---- r--- r--- r--- riu- riu- r--- r--- r--- r---
member                 aside  ---- ---- ---- ---- ---- r--- r--- r--- r--- r--- r--- r--- ---- ---- r--- r--- r--- riu- riu- r--- r--- r--- r---
member                 abroad ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
participant            own    ---- ---- ---- r--- r--- r--- riu- riu- riu- ---- ---- riu- r--- ---- ---- ---- ---- ---- ---- ---- ---- ---- riu-
participant            next   ---- ---- ---- r--- r--- r--- riu- riu- riu- ---- ---- riu- r--- ---- ---- ---- ---- ---- ---- ---- ---- ---- riu-
participant            aside  ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
participant            abroad ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
person                 own    ---- ---- ---- ---- r-u- r-u- -i-- riu- -i-- -i-- -i-- -i-- ---- ---- -i-- -i-- ---- -i-- -i-- ---- ---- ---- ----
person                 next   ---- ---- ---- ---- ---- ---- -i-- -i-- -i-- -i-- -i-- -i-- ---- ---- -i-- -i-- ---- -i-- -i-- ---- ---- ---- ----
person                 aside  ---- ---- ---- ---- ---- ---- -i-- -i-- -i-- -i-- -i-- -i-- ---- ---- -i-- -i-- ---- -i-- -i-- ---- ---- ---- ----
person                 abroad ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
person_link            own    ---- ---- r--- ---- riu- riu- ---- riu- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
person_link            next   ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
person_link            aside  ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
person_link            abroad ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
person_parent          own    ---- ---- ---- ---- r--- r--- ---- riud ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
person_parent          aside  ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
person_parent          abroad ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
person_request         own    ---- ---- ---- ---- ri-- ri-- r-u- riu- r-u- ---- ---- r-u- r-u- ---- ---- ---- ---- ---- ---- ---- ---- ---- r-u-
person_request         next   ---- ---- ---- ---- ---- ---- r-u- r-u- r-u- ---- ---- r-u- r-u- ---- ---- ---- ---- ---- ---- ---- ---- ---- r-u-
person_request         aside  ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
person_request         abroad ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
receipt                own    ---- ---- ---- ---- ri-- ri-- ---- ri-- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
receipt                next   ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
receipt                aside  ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
receipt                abroad ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
relation               own    ---- ---- ---- r-u- r-u- r-u- riu- riu- riu- ---- r--- r-u- r-u- ---- ---- ---- ---- ---- ---- ---- ---- ---- r-u-
relation               aside  ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- r--- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
relation               abroad ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
relation_note          own    ---- ---- ---- ---- ---- r--- riud riud riud ---- ---- riud riud ---- ---- ---- ---- ---- ---- ---- ---- ---- riud
relation_note          aside  ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
relation_note          abroad ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
research_answer        own    ---- ---- ---- ---- ri-- ri-- ---- ri-- ---- ---- ---- ---- ---- ---- ---- ---- r--- ---- ---- ---- ---- ---- ----
research_answer        next   ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- r--- ---- ---- ---- ---- ---- ----
research_answer        aside  ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- r--- ---- ---- ---- ---- ---- ----
research_answer        abroad ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
research_code          own    ---- riu- riu- riu- riu- riu- riu- riu- riu- riu- riu- riu- riu- riu- riu- riu- riu- riu- riu- riu- riu- riu- riu-
research_code          abroad ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
research_export        own    ---- ---- ---- ---- ---- r--- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- riu- ---- ---- ---- ---- ---- ----
research_export        aside  ---- ---- ---- ---- ---- r--- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- riu- ---- ---- ---- ---- ---- ----
research_export        abroad ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
research_export_person own    ---- ---- ---- ---- r-u- r-u- ---- r-u- ---- ---- ---- ---- ---- ---- ---- ---- ri-- ---- ---- ---- ---- ---- ----
research_export_person next   ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ri-- ---- ---- ---- ---- ---- ----
research_export_person aside  ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ri-- ---- ---- ---- ---- ---- ----
research_export_person abroad ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
research_moment        own    ---- ---- ---- ---- riu- riu- ---- riu- ---- ---- ---- ---- ---- ---- ---- ---- r--- ---- ---- ---- ---- ---- ----
research_moment        next   ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- r--- ---- ---- ---- ---- ---- ----
research_moment        aside  ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- r--- ---- ---- ---- ---- ---- ----
research_moment        abroad ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
research_register      own    ---- ---- ---- ---- riu- riu- ---- riu- ---- ---- ---- ---- ---- ---- ---- ---- r--- ---- ---- ---- ---- ---- ----
research_register      next   ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- r--- ---- ---- ---- ---- ---- ----
research_register      aside  ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- r--- ---- ---- ---- ---- ---- ----
research_register      abroad ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
response               own    ---- ---- ---- ri-- ri-- ri-- r--- r--- r--d ---- ---- r--- r--- ---- ---- ---- ---- ---- ---- ---- ---- ---- r---
response               next   ---- ---- ---- ---- ---- ---- r--- r--- r--d ---- ---- r--- r--- ---- ---- ---- ---- ---- ---- ---- ---- ---- r---
response               aside  ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
response               abroad ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
signal                 own    ---- ---- ---- ri-- ri-- ri-- riu- riu- riud ---- ---- riu- riu- ---- ---- ---- ---- ---- ---- ---- ---- ---- riu-
signal                 next   ---- ---- ---- ---- ---- ---- riu- riu- riud ---- ---- riu- riu- ---- ---- ---- ---- ---- ---- ---- ---- ---- riu-
signal                 aside  ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
signal                 abroad ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
workspace              own    ---- r--- r--- r--- r--- r--- r--- r--- r--- r--- r--- r--- r--- r--- r--- r--- r--- r-u- r-u- r--- r--- r--- r---
workspace              abroad ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ---- ----
`
