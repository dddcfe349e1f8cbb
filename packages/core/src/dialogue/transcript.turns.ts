import { scrubNames } from '../shared/name-scrub.ts'
import { labelKey } from './transcript.label.ts'
import { type TranscriptLine, transcriptLimits } from './transcript.shape.ts'

/** A name in a transcript: how often it speaks and how much, for saying who that is. */
export type TranscriptSpeaker = { label: string; lines: number; signs: number; example: string }

/** Whom a name is: a place at the table, or no speaker at all (then the name is part of the words). */
export type SpeakerIs = { label: string; place: string | null }

/** Words of one place, one after the other without another in between. Ordinals count from 0, also the gaps. */
export type TranscriptTurn = {
  ordinal: number
  line: number
  place: string
  words: string
  from: number | null
  until: number | null
}

/** Words that are not taken in: of whom consent is missing, or of whom nobody said who it is. Only that they are missing. */
export type TranscriptGap = { ordinal: number; why: 'no-consent' | 'nobody-known' }

/** The names of a transcript, whoever speaks most first. Capitals and accents make no other name. */
export function speakersIn(lines: readonly TranscriptLine[]): TranscriptSpeaker[] {
  const speakers = new Map<string, TranscriptSpeaker>()
  for (const { label, words } of lines) {
    if (label === null) continue
    const known = speakers.get(labelKey(label)) ?? { label, lines: 0, signs: 0, example: '' }
    const example = known.example === '' ? words.slice(0, 120) : known.example
    speakers.set(labelKey(label), {
      label: known.label,
      lines: known.lines + 1,
      signs: known.signs + [...words].length,
      example,
    })
  }
  return [...speakers.values()].toSorted((a, b) => b.signs - a.signs || (a.label < b.label ? -1 : 1))
}

type Turn = Omit<TranscriptTurn, 'ordinal' | 'place'> & { who: string | null }

/**
 * The words as turns of places: what one place says on end is one turn, so that a sentence that the recording cut in pieces is
 * whole again; a very long one is cut at a space. A name that is nobody's (`place` null) joins the words of whoever spoke before.
 * Promised: leaving out who is not known, every word stands in one turn, in its order.
 */
export function turnsOf(lines: readonly TranscriptLine[], speakers: readonly SpeakerIs[]): Turn[] {
  const places = new Map(speakers.map(({ label, place }) => [labelKey(label), place]))
  const turns: Turn[] = []
  for (const { label, ...line } of lines) {
    const last = turns.at(-1)
    const known = label === null ? undefined : places.get(labelKey(label))
    const isNobody = known === null
    const who = label === null || isNobody ? (last?.who ?? null) : (known ?? null)
    const words = isNobody && label !== null ? `${label}: ${line.words}`.trim() : line.words
    if (words === '') continue
    if (last !== undefined && last.who === who) {
      last.words = `${last.words} ${words}`.trim()
      last.until = line.until ?? last.until
    } else turns.push({ who, line: line.line, words, from: line.from, until: line.until })
  }
  return turns.flatMap(cut)
}

/** At most so many code points in one piece, cut at white space where there is any. */
function cut(turn: Turn): Turn[] {
  const signs = [...turn.words]
  if (signs.length <= transcriptLimits.lineSigns) return [turn]
  const pieces: Turn[] = []
  for (let at = 0; at < signs.length; ) {
    const end = Math.min(at + transcriptLimits.lineSigns, signs.length)
    const space =
      end === signs.length ? end : signs.slice(at, end).findLastIndex((sign) => /\s/u.test(sign)) + at + 1
    const until = space > at ? space : end
    pieces.push({ ...turn, words: signs.slice(at, until).join('') })
    at = until
  }
  return pieces
}

/** A place as far as reading a transcript needs it. `mayAnalyse`: its person's consent to be laid beside others is in force. */
export type TranscriptPlace = { id: string; name: string; mayAnalyse: boolean }

/**
 * What of a transcript may be kept: consent is applied turn by turn, of the rest only the number stays. Names of everybody at
 * the table and every name in the file are taken out of the words that are kept.
 */
export function keptTurns(
  lines: readonly TranscriptLine[],
  speakers: readonly SpeakerIs[],
  places: readonly TranscriptPlace[],
): { turns: TranscriptTurn[]; gaps: TranscriptGap[] } {
  const known = new Map(places.map((place) => [place.id, place]))
  const labels = speakers.filter(({ place }) => place !== null).map(({ label }) => label)
  const names = [...places.map(({ name }) => name), ...labels]
  const turns: TranscriptTurn[] = []
  const gaps: TranscriptGap[] = []
  for (const [ordinal, { who, ...turn }] of turnsOf(lines, speakers).entries()) {
    const place = who === null ? undefined : known.get(who)
    if (place === undefined) gaps.push({ ordinal, why: 'nobody-known' })
    else if (!place.mayAnalyse) gaps.push({ ordinal, why: 'no-consent' })
    else turns.push({ ...turn, ordinal, place: place.id, words: scrubNames(turn.words, names) })
  }
  return { turns, gaps }
}
