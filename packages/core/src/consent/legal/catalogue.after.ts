import type { TableEntry } from './catalogue-entry.ts'

const seen = {
  nl: 'De spreker zelf. De gespreksleider en wie het verslag maakt, met een reden in het logboek. De gastheren alleen na haar ja.',
  en: 'The speaker herself. The facilitator and whoever writes the minutes, with a reason in the log. The hosts only after her yes.',
} as const
const table = {
  nl: 'Wie aan tafel zit, met een reden in het logboek.',
  en: 'Who sits at the table, with a reason in the log.',
} as const

/** What comes after a meeting. */
export const afterTables: Readonly<Record<string, TableEntry>> = {
  meeting_wrap: {
    activity: 'care',
    words: ['Wat een gesprek achterlaat', 'What a meeting leaves behind'],
    personal: [
      [
        'topics letter_opening',
        'wat bleef liggen, en de eerste woorden van een brief',
        'what was left, and the first words of a letter',
      ],
      ['letter_sent_at letter_sent_by', 'wie de brief stuurde en wanneer', 'who sent the letter and when'],
      ['transcripts', 'welke uitgeschreven gesprekken er zijn', 'which transcripts there are'],
    ],
    technical:
      'workspace_id meeting_id asked_at reminds_at closes_at ends_at worth_yes worth_partly worth_no',
    ...{ seen: table, kept: 'meeting-notes' },
  },
  meeting_reflection: {
    activity: 'care',
    words: ['Wat mensen na een gesprek schreven', 'What people wrote after a meeting'],
    personal: [
      ['answers outcome', 'wat iemand schreef', 'what somebody wrote'],
      [
        'email mailed_at reminded_at',
        'waar en wanneer zij is gemaild; het adres wordt vergeten',
        'where and when she was mailed; the address is forgotten',
      ],
      [
        'place_id person_id answered_at is_late withdrawn_at letter worth_given',
        'wie, wanneer, en of het een brief mag worden',
        'who, when, and whether it may be a letter',
      ],
    ],
    technical: 'workspace_id meeting_id',
    ...{ seen, kept: 'meeting-notes' },
  },
  meeting_quote: {
    activity: 'care',
    words: ['Woorden die getoond mogen worden, of niet', 'Words that may be shown, or not'],
    personal: [
      ['asked_words own_words', 'de woorden, tot nee of terugnemen', 'the words, until a no or taking back'],
      [
        'place_id person_id use decision asked_by asked_at decided_at withdrawn_at',
        'van wie, waarvoor en wat zij besliste',
        'whose, what for and what she decided',
      ],
    ],
    technical: 'workspace_id id meeting_id',
    ...{ seen: table, kept: 'meeting-notes' },
  },
  meeting_agreement: {
    activity: 'care',
    words: ['Afspraken uit een gesprek', 'Agreements of a meeting'],
    personal: [
      [
        'if_text text owner_place_id due_on state',
        'wat is afgesproken, met wie en wanneer',
        'what was agreed, with whom and when',
      ],
      ['made_by made_at changed_at', 'wie het opschreef en wanneer', 'who wrote it down and when'],
    ],
    technical: 'workspace_id id meeting_id agreement_id',
    ...{ seen: table, kept: 'meeting-notes' },
  },
  meeting_minutes: {
    activity: 'care',
    words: ['Verslagen van gesprekken', 'Minutes of meetings'],
    personal: [
      ['body', 'wat er in het verslag staat', 'what the minutes say'],
      [
        'made_by made_at says',
        'wie het schreef, en wie zei dat het klopt',
        'who wrote it, and who said it is right',
      ],
    ],
    technical: 'workspace_id meeting_id version',
    ...{ seen: table, kept: 'meeting-notes' },
  },
  meeting_transcript_line: {
    activity: 'care',
    words: ['Uitgeschreven woorden, met toestemming', 'Words of transcripts, with consent'],
    personal: [
      ['words from_ms until_ms', 'wat iemand zei, zonder namen', 'what somebody said, without names'],
      [
        'place_id person_id purpose',
        'wie het zei, en waarvoor het mag',
        'who said it, and what it may be used for',
      ],
    ],
    technical: 'workspace_id transcript_id ordinal meeting_id',
    ...{ seen: table, kept: 'meeting-notes' },
  },
}
