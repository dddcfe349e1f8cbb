import type { SourceKind } from '@weerklank/core/analysis/analysis'
import { meetingRoles } from '@weerklank/core/dialogue/dialogue'
import { meetingRoleWords } from '@weerklank/core/dialogue/format.words'
import { voices } from '@weerklank/core/relation/relation'
import { voiceWord } from '@weerklank/core/relation/relation.words'
import type { Bilingual, Language } from '@weerklank/core/shared/language'

/** A voice as the head of a column: as what somebody speaks. */
export function voiceColumnName(key: string, language: Language): string {
  const voice = voices.find((one) => one === key)
  if (voice !== undefined) return voiceWord(voice, language)
  const role = meetingRoles.find((one) => one === key)
  if (role !== undefined) return meetingRoleWords[role][language]
  return language === 'nl' ? 'niet bekend' : 'not known'
}

const sources: Record<SourceKind, Bilingual> = {
  'self-research': { nl: 'zelfonderzoek', en: 'self-research' },
  dialogue: { nl: 'gesprek', en: 'dialogue' },
  written: { nl: 'na het gesprek geschreven', en: 'written afterwards' },
  check: { nl: 'antwoord op een check', en: 'answer to a check' },
  goal: { nl: 'wat helpt', en: 'what helps' },
  import: { nl: 'ingelezen', en: 'brought in' },
}

/** Where words come from, in a word or four. */
export function sourceWord(kind: SourceKind, language: Language): string {
  return sources[kind][language]
}

/** The words round an analysis on paper and in a table. Dutch is the source. */
const nl = {
  file: 'duiding',
  about: 'Duiding van {workspace}. Gemaakt op {day}.',
  question: 'De vraag: {question}',
  caution: 'Dit is wat mensen zeiden, bij elkaar gelegd. Het is geen oordeel en geen rangorde.',
  fewPeople: 'Dit gaat over {n} mensen. Het zegt iets over hen, en niets over anderen.',
  fewDocuments: 'Dit gaat over {n} documenten. Het zegt iets over deze, en niets over andere.',
  method: 'Hoe dit gemaakt is',
  documents: '{n} documenten, van {from} tot en met {until}.',
  noDocuments: 'Er zijn nog geen documenten.',
  ofSource: '{source}: {n}',
  gaps: 'Van {n} stukken staan de woorden hier niet: daarvoor is geen toestemming.',
  coded: '{quotes} uitspraken kregen een thema, uit {themes} thema’s. {coders} mensen deden dat.',
  codedOne: '{quotes} uitspraken kregen een thema, uit {themes} thema’s. Eén mens deed dat.',
  thematic: 'Manier van werken: thematische analyse. Thema’s zijn gekozen door mensen, niet gemeten.',
  twice: 'Een stuk tekst met twee thema’s telt als twee uitspraken.',
  pseudonyms: 'Namen staan er niet in. Wie codeerde, heeft een nummer.',
  silence: 'Wie er was en niets zei',
  silentVoices: 'Deze stemmen deden mee en zeiden niets bij deze thema’s: {names}.',
  nobodySilent: 'Elke stem die meedeed, zei iets bij een van deze thema’s.',
  silenceAsks: 'Zwijgen is geen instemming. Vraag na wat er niet gezegd kon worden.',
  matrix: 'Thema’s en stemmen',
  theme: 'Thema',
  map: 'Synergiekaart',
  mapWhat: 'Wat de samenwerking sterk maakt, wat eromheen staat, en de schaduwkant.',
  notNamed: 'Niemand noemde: {names}.',
  element: 'Element',
  place: 'Waar',
  quotes: 'Uitspraken',
  who: 'Wie',
  remark: 'Verwacht en gevonden',
  themes: 'De thema’s, met wat mensen zeiden',
  said: '“{words}” ({voice})',
  more: 'En nog {n} uitspraken die gedeeld mogen worden.',
  noneApproved: 'Geen van de {n} uitspraken is vrijgegeven om te delen.',
  noneApprovedOne: 'De ene uitspraak is niet vrijgegeven om te delen.',
  nothingSaid: 'Bij dit thema is nog niets gezegd.',
  approvedOnly: 'Alleen uitspraken waar de spreker ja op zei, staan hier. Dat zijn er {shown} van {all}.',
  teamOnly: 'Deze uitspraken zijn voor het team. Deel ze niet daarbuiten.',
  codebook: 'Codeboek',
  definition: 'Wat het is',
  include: 'Hoort erbij',
  exclude: 'Hoort er niet bij',
  example: 'Voorbeeld',
  talk: 'Om samen te bespreken',
  talkOne: 'Wie herkent zich hier niet in?',
  talkTwo: 'Wat kostte de samenwerking, en voor wie?',
  talkThree: 'Wat proberen we nu anders, en wanneer kijken we terug?',
  page: '{title} · bladzijde {page} van {of}',
  voice: 'Stem',
  source: 'Bron',
  document: 'Document',
  day: 'Dag',
  speaker: 'Spreker',
  quote: 'Uitspraak',
  start: 'Begin',
  end: 'Eind',
  weight: 'Gewicht',
  coder: 'Codeur',
  kind: 'Bron',
  passages: 'Stukken',
  missing: 'Zonder toestemming',
  total: 'Samen',
}

const en: typeof nl = {
  file: 'analysis',
  about: 'Analysis of {workspace}. Made on {day}.',
  question: 'The question: {question}',
  caution: 'This is what people said, laid side by side. It is no verdict and no ranking.',
  fewPeople: 'This is about {n} people. It says something about them, and nothing about others.',
  fewDocuments: 'This is about {n} documents. It says something about these, and nothing about others.',
  method: 'How this was made',
  documents: '{n} documents, from {from} up to and including {until}.',
  noDocuments: 'There are no documents yet.',
  ofSource: '{source}: {n}',
  gaps: 'Of {n} parts the words are not here: there is no consent for them.',
  coded: '{quotes} quotes were given a theme, out of {themes} themes. {coders} people did that.',
  codedOne: '{quotes} quotes were given a theme, out of {themes} themes. One person did that.',
  thematic: 'Way of working: thematic analysis. Themes were chosen by people, not measured.',
  twice: 'A piece of text with two themes counts as two quotes.',
  pseudonyms: 'Names are not in it. Whoever coded has a number.',
  silence: 'Who was there and said nothing',
  silentVoices: 'These voices took part and said nothing under these themes: {names}.',
  nobodySilent: 'Every voice that took part said something under one of these themes.',
  silenceAsks: 'Silence is no agreement. Ask what could not be said.',
  matrix: 'Themes and voices',
  theme: 'Theme',
  map: 'Synergy map',
  mapWhat: 'What makes the collaboration strong, what stands round it, and the shadow side.',
  notNamed: 'Nobody named: {names}.',
  element: 'Element',
  place: 'Where',
  quotes: 'Quotes',
  who: 'Who',
  remark: 'Expected and found',
  themes: 'The themes, with what people said',
  said: '“{words}” ({voice})',
  more: 'And {n} more quotes that may be shared.',
  noneApproved: 'None of the {n} quotes was released to be shared.',
  noneApprovedOne: 'The one quote was not released to be shared.',
  nothingSaid: 'Nothing was said under this theme yet.',
  approvedOnly: 'Only quotes to which the speaker said yes stand here: {shown} of {all}.',
  teamOnly: 'These quotes are for the team. Do not share them outside of it.',
  codebook: 'Codebook',
  definition: 'What it is',
  include: 'Belongs to it',
  exclude: 'Does not belong',
  example: 'Example',
  talk: 'To talk about together',
  talkOne: 'Who does not recognise herself in this?',
  talkTwo: 'What did the collaboration cost, and whom?',
  talkThree: 'What do we try differently now, and when do we look back?',
  page: '{title} · page {page} of {of}',
  voice: 'Voice',
  source: 'Source',
  document: 'Document',
  day: 'Day',
  speaker: 'Speaker',
  quote: 'Quote',
  start: 'Start',
  end: 'End',
  weight: 'Weight',
  coder: 'Coder',
  kind: 'Source',
  passages: 'Parts',
  missing: 'Without consent',
  total: 'Together',
}

export type AnalysisWords = typeof nl

/** The words of a file, in its language. */
export function analysisWords(language: Language): AnalysisWords {
  return language === 'nl' ? nl : en
}
