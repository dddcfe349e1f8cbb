import type { TableEntry } from './catalogue-entry.ts'

const ofHerself = {
  nl: 'De collega zelf. De beheerder ziet dat ze er zijn, nooit de sleutel.',
  en: 'The colleague herself. The administrator sees that they are there, never the key.',
}

/** What other programs may do, and what they are told. */
export const programTables: Readonly<Record<string, TableEntry>> = {
  api_token: {
    activity: 'accounts',
    words: ['Sleutels van programma’s van collega’s', 'Tokens of programs of colleagues'],
    personal: [
      ['member_id name scopes', 'van wie, en waarvoor', 'whose, and what for'],
      [
        'created_at expires_at revoked_at last_used_on',
        'van wanneer tot wanneer, en de dag van het laatste gebruik',
        'from when until when, and the day of its last use',
      ],
    ],
    technical: 'workspace_id id token_hash',
    seen: ofHerself,
  },
  kiosk: {
    activity: 'accounts',
    words: ['Kiosken: toestellen in een hal', 'Kiosks: devices in a hall'],
    personal: [
      [
        'created_by created_at set_up_at revoked_at last_used_on',
        'wie hem maakte en wanneer',
        'who made it and when',
      ],
    ],
    technical: 'workspace_id id name setup_hash token_hash',
    seen: { nl: 'De beheerder.', en: 'The administrator.' },
  },
  kiosk_code: {
    activity: 'care',
    words: ['Codes voor een kiosk', 'Codes for a kiosk'],
    personal: [
      [
        'invitation_id form_invitation_id relation_id participant_id made_by',
        'voor welke vraag',
        'for which question',
      ],
    ],
    technical: 'workspace_id token_hash expires_at',
    seen: {
      nl: 'Niemand: alleen een vingerafdruk van de code staat er.',
      en: 'Nobody: only a fingerprint of the code is there.',
    },
  },
  webhook: {
    activity: 'accounts',
    words: ['Programma’s die bericht krijgen', 'Programs that are told'],
    personal: [
      [
        'member_id url events',
        'van welke collega, waarheen en waarover',
        'of which colleague, where to and about what',
      ],
      ['created_at stopped_at', 'van wanneer tot wanneer', 'from when until when'],
    ],
    technical: 'workspace_id id secret failing_since stopped_why',
    seen: ofHerself,
  },
  webhook_delivery: {
    activity: 'running',
    words: ['Berichten aan programma’s, zonder inhoud', 'Messages to programs, without content'],
    personal: [
      [
        'relation_id about_id event rule',
        'bij welke samenwerking er iets was',
        'in which collaboration there was something',
      ],
      [
        'at member_id',
        'wanneer, en van welke collega het programma is',
        'when, and of which colleague the program is',
      ],
    ],
    technical: 'workspace_id id webhook_id tries delivered_at given_up_at',
    seen: {
      nl: 'De collega van wie het programma is. Na dertig dagen zijn ze weg.',
      en: 'The colleague whose program it is. After thirty days they are gone.',
    },
  },
}
