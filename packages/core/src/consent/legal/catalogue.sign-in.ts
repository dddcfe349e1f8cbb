import type { TableEntry } from './catalogue-entry.ts'

const itself = { nl: 'Niemand: het programma zelf.', en: 'Nobody: the program itself.' } as const

/** The organisation, its members, and how they sign in. */
export const signInTables: Readonly<Record<string, TableEntry>> = {
  workspace: {
    activity: 'accounts',
    words: ['De organisatie en haar instellingen', 'The organisation and its settings'],
    personal: [
      ['profile', 'wie verantwoordelijk is en wie je kunt vragen', 'who is responsible and whom to ask'],
    ],
    technical:
      'workspace_id name time_zone is_demo created_at second_factor_required idle_minutes api_tokens',
  },
  member: {
    activity: 'accounts',
    words: ['Collega’s en gasten', 'Colleagues and guests'],
    personal: [
      ['id user_id name language', 'naam en taal', 'name and language'],
      [
        'roles organisation',
        'wat iemand hier doet, en van welke organisatie',
        'what someone does here, and of which organisation',
      ],
      ['created_at ended_at', 'van wanneer tot wanneer', 'from when until when'],
    ],
    technical: 'workspace_id',
    seen: {
      nl: 'Collega’s zien elkaars naam. Gasten zien geen lijst.',
      en: 'Colleagues see each other’s name. Guests see no list.',
    },
  },
  'auth.user': {
    activity: 'accounts',
    words: ['Accounts', 'Accounts'],
    personal: [
      ['id name email emailVerified', 'naam en e-mailadres', 'name and e-mail address'],
      ['image', 'niet gebruikt: altijd leeg', 'not used: always empty'],
    ],
    technical: 'createdAt updatedAt',
  },
  'auth.account': {
    activity: 'accounts',
    words: ['Wachtwoorden', 'Passwords'],
    personal: [
      [
        'userId accountId providerId password',
        'een wachtwoord dat niemand terug kan lezen',
        'a password that nobody can read back',
      ],
      ['accessToken refreshToken idToken scope', 'niet gebruikt: altijd leeg', 'not used: always empty'],
    ],
    technical: 'id accessTokenExpiresAt refreshTokenExpiresAt createdAt updatedAt',
    seen: itself,
  },
  'auth.session': {
    activity: 'accounts',
    words: ['Waar iemand is ingelogd', 'Where someone is signed in'],
    personal: [
      ['userId userAgent', 'van wie en met welk apparaat', 'whose and with which device'],
      ['ipAddress', 'niet bewaard: altijd leeg', 'not kept: always empty'],
      [
        'createdAt updatedAt expiresAt lastSeenAt lockedAt handedOverAt provedAt secondFactorAt',
        'wanneer gebruikt',
        'when it was used',
      ],
    ],
    technical: 'id token',
    seen: { nl: 'De persoon zelf.', en: 'The person herself.' },
  },
  'auth.membership': {
    activity: 'accounts',
    words: [
      'In welke organisatie een account een plek heeft',
      'In which organisation an account has a place',
    ],
    personal: [
      ['user_id member_id chosen_at', 'wie, en waar zij het laatst werkte', 'who, and where she worked last'],
    ],
    technical: 'workspace_id',
    seen: itself,
  },
  'auth.person_place': {
    activity: 'accounts',
    words: ['Bij welke eigen pagina een account hoort', 'To which own page an account belongs'],
    personal: [['user_id person_id', 'van wie de pagina is', 'whose page it is']],
    technical: 'workspace_id',
    seen: itself,
  },
  person_account: {
    activity: 'accounts',
    words: ['Eigen accounts van cliënten, ouders en jongeren', 'Accounts of clients, parents and youths'],
    personal: [
      [
        'person_id user_id linked_at',
        'wie een account heeft bij haar eigen pagina, en sinds wanneer',
        'who has an account with her own page, and since when',
      ],
    ],
    technical: 'workspace_id',
    seen: {
      nl: 'De persoon zelf. Medewerkers zien het niet.',
      en: 'The person herself. Colleagues do not see it.',
    },
  },
  'auth.identity': {
    activity: 'accounts',
    words: ['Inloggen met de eigen organisatie', 'Signing in with one’s own organisation'],
    personal: [
      [
        'user_id issuer subject linked_at',
        'het nummer dat de eigen organisatie gaf',
        'the number given by one’s own organisation',
      ],
    ],
    technical: '',
    seen: itself,
  },
  'auth.totp': {
    activity: 'accounts',
    words: ['Codes uit een app', 'Codes of an app'],
    personal: [['user_id secret confirmed_at', 'een sleutel, versleuteld bewaard', 'a key, kept encrypted']],
    technical: 'last_step',
    seen: itself,
  },
  'auth.recovery_code': {
    activity: 'accounts',
    words: ['Herstelcodes', 'Recovery codes'],
    personal: [['user_id code_hash', 'alleen een vingerafdruk', 'a fingerprint only']],
    technical: '',
    seen: itself,
  },
  'auth.passkey': {
    activity: 'accounts',
    words: ['Passkeys', 'Passkeys'],
    personal: [
      [
        'user_id name created_at last_used_at',
        'van wie, hoe genoemd en wanneer gebruikt',
        'whose, its name and when it was used',
      ],
    ],
    technical: 'id public_key counter transports synced',
    seen: { nl: 'De persoon zelf.', en: 'The person herself.' },
  },
  'auth.ceremony': {
    activity: 'accounts',
    words: ['Een inlogpoging die bezig is', 'A sign-in under way'],
    personal: [['user_id', 'van wie, een paar minuten', 'whose, for a few minutes']],
    technical: 'id_hash kind challenge expires_at',
    seen: itself,
  },
  'auth.proof_attempt': {
    activity: 'accounts',
    words: ['Hoe vaak een code niet klopte', 'How often a code was wrong'],
    personal: [
      ['user_id count since', 'van wie, hoe vaak en sinds wanneer', 'whose, how often and since when'],
    ],
    technical: '',
    seen: itself,
  },
  'auth.refusal_count': {
    activity: 'accounts',
    words: ['Hoe vaak iets geweigerd is', 'How often something was refused'],
    personal: [
      ['user_id count since', 'van wie, hoe vaak en sinds wanneer', 'whose, how often and since when'],
    ],
    technical: 'kind',
    seen: itself,
  },
  'auth.verification': {
    activity: 'accounts',
    words: ['Inloglinks in een mail', 'Sign-in links in a mail'],
    personal: [
      ['identifier value', 'voor welk account, een paar minuten', 'for which account, for a few minutes'],
    ],
    technical: 'id expiresAt createdAt updatedAt',
    seen: itself,
  },
  'auth.rateLimit': {
    activity: 'accounts',
    words: ['Rem op veel pogingen achter elkaar', 'Brake on many attempts in a row'],
    personal: [
      ['key', 'waarvandaan de pogingen kwamen, kort', 'where the attempts came from, for a short time'],
    ],
    technical: 'id count lastRequest',
    seen: itself,
  },
}
