import type { DataTable } from './data-tables.types.ts'

const key = ['een sleutel: wie hem heeft, komt binnen', 'a key: who has it comes in'] as const

/** What other programs may do, and what they are told. */
export const programTables: Readonly<Record<string, DataTable>> = {
  api_token: {
    words: ['Sleutels van programma’s', 'Tokens of programs'],
    common: 'workspace_id id member_id name created_at expires_at revoked_at',
    fields: {
      scopes: ['waarvoor de sleutel is', 'what the token is for'],
      last_used_on: ['op welke dag hij het laatst is gebruikt', 'on which day it was last used'],
    },
    leftOut: { token_hash: key },
  },
  kiosk: {
    words: ['Kiosken: toestellen in een hal', 'Kiosks: devices in a hall'],
    common: 'workspace_id id name created_by created_at revoked_at',
    fields: {
      set_up_at: ['wanneer het toestel klaar was', 'when the device was set up'],
      last_used_on: ['wanneer voor het laatst gebruikt', 'when it was last used'],
    },
    leftOut: { setup_hash: key, token_hash: key },
  },
  kiosk_code: {
    words: ['Codes voor een kiosk, een kwartier geldig', 'Codes for a kiosk, for a quarter of an hour'],
    common: 'workspace_id invitation_id relation_id participant_id expires_at',
    fields: {
      form_invitation_id: ['welke vragenlijst (form_invitation)', 'which form (form_invitation)'],
      made_by: ['welke collega hem maakte (member)', 'which colleague made it (member)'],
    },
    leftOut: { token_hash: key },
  },
  webhook: {
    words: ['Programma’s die bericht krijgen', 'Programs that are told'],
    common: 'workspace_id id member_id created_at',
    fields: {
      url: ['het adres', 'the address'],
      events: ['waarover', 'about what'],
      failing_since: ['sinds wanneer er niets aankomt', 'since when nothing arrives'],
      stopped_at: ['wanneer het is uitgezet', 'when it was switched off'],
      stopped_why: ['waarom het is uitgezet', 'why it was switched off'],
    },
    leftOut: { secret: key },
  },
  webhook_delivery: {
    words: ['Berichten aan programma’s', 'Messages to programs'],
    common: 'workspace_id id member_id relation_id at',
    fields: {
      webhook_id: ['aan welk programma (webhook)', 'to which program (webhook)'],
      event: ['wat er gebeurde', 'what happened'],
      about_id: ['welk antwoord of signaal (response, signal)', 'which answer or signal (response, signal)'],
      rule: ['welk soort signaal', 'which kind of signal'],
      tries: ['hoe vaak geprobeerd, en hoe het ging', 'how often it was tried, and how it went'],
      delivered_at: ['wanneer het aankwam', 'when it arrived'],
      given_up_at: ['wanneer het is opgegeven', 'when it was given up'],
    },
  },
}
