import { takeLabel, tidyLabel } from './transcript.label.ts'
import type { TranscriptFormat, TranscriptLine, TranscriptNote } from './transcript.shape.ts'
import { milliseconds } from './transcript.time.ts'

type Numbered = { line: number; text: string }
type Read = { lines: TranscriptLine[]; notes: TranscriptNote[] }

/** Something that means to be the line with the times, also when it is written badly. */
const timing = /^\s*[\d:.,]*\d\s*(?:-->|->|—>|→)/u
const times = /^\s*(\S+)\s*-->\s*(\S+)(?:\s+.*)?$/

/** Reads cues of WebVTT (W3C) or SubRip: blocks between empty lines, each with its times above its words. */
export function readCues(text: string, format: Exclude<TranscriptFormat, 'text'>): Read {
  const read: Read = { lines: [], notes: [] }
  for (const [index, block] of blocksOf(text).entries()) {
    const head = block[0]?.text ?? ''
    if (format === 'vtt' && index === 0 && /^\s*WEBVTT/.test(head)) readHead(block, read)
    else if (format === 'vtt' && /^\s*(?:NOTE|STYLE|REGION)(?:\s|$)/.test(head) && !block.some(isTiming))
      leaveOut(block, read)
    else readBlock(block, read)
  }
  return read
}

/** What a program wrote about the file goes up to the first times; a cue can follow it at once when an empty line was lost. */
function readHead(block: readonly Numbered[], read: Read): void {
  const at = block.findIndex(isTiming)
  const [, ...about] = at < 0 ? block : block.slice(0, at)
  leaveOut(about, read)
  if (at >= 0) readBlock(block.slice(at), read)
}

const isTiming = ({ text }: Numbered) => timing.test(text)

function blocksOf(text: string): Numbered[][] {
  const blocks: Numbered[][] = [[]]
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') blocks.push([])
    else blocks.at(-1)?.push({ line: index + 1, text: line })
  }
  return blocks.filter((block) => block.length > 0)
}

/** A remark of a program is no words of anybody; it is told, so that somebody who wrote there sees it. */
function leaveOut(block: readonly Numbered[], { notes }: Read): void {
  const [first] = block
  if (first === undefined || /^\s*(?:STYLE|REGION)/.test(first.text)) return
  const value = block.map(({ text }) => text.trim()).join(' ')
  notes.push({ line: first.line, code: 'remark-left-out', value: value.slice(0, 60) })
}

/** A number, or the identifier that a program gave: no white space in it, and a digit. A sentence above the times is words. */
const isName = ({ text }: Numbered) => /^\s*(?=\S*\d)[\w./{}-]+\s*$/.test(text)

/** A block may hold more than one cue, when the empty line between them was lost. */
function readBlock(block: readonly Numbered[], read: Read): void {
  const at = block.findIndex(isTiming)
  const timed = block[at]
  if (timed === undefined) {
    readUntimed(block, read)
    return
  }
  const above = block.slice(0, at)
  const last = above.at(-1)
  readUntimed(last !== undefined && isName(last) ? above.slice(0, -1) : above, read)
  const rest = block.slice(at + 1)
  const next = rest.findIndex(isTiming)
  const before = rest[next - 1]
  const end = next < 0 ? rest.length : before !== undefined && isName(before) ? next - 1 : next
  addWords(rest.slice(0, end), timesOf(timed, read.notes), read)
  if (next >= 0) readBlock(rest.slice(end), read)
}

/** Words without times; a first line that is only a number is the number of a cue. */
function readUntimed(block: readonly Numbered[], read: Read): void {
  const words = block.length > 1 && /^\s*\d+\s*$/.test(block[0]?.text ?? '') ? block.slice(1) : block
  const [first] = words
  if (first === undefined) return
  read.notes.push({ line: first.line, code: 'time-missing', value: first.text.trim().slice(0, 60) })
  addWords(words, { from: null, until: null }, read)
}

type Times = Pick<TranscriptLine, 'from' | 'until'>

function timesOf({ line, text }: Numbered, notes: TranscriptNote[]): Times {
  const [, from, until] = times.exec(text) ?? []
  const read = { from: milliseconds(from), until: milliseconds(until) }
  if (read.from === null || read.until === null)
    notes.push({ line, code: 'time-unreadable', value: text.trim().slice(0, 60) })
  return read
}

/** Each voice mark and each name with a colon begins words of somebody else. */
function addWords(words: readonly Numbered[], at: Times, { lines }: Read): void {
  const own: TranscriptLine[] = []
  for (const { line, text } of words) {
    for (const { label, said } of voicesIn(text)) {
      const last = own.at(-1)
      const named = label === null ? takeLabel(said) : { label, rest: said }
      if (named !== null) own.push({ line, label: named.label, words: named.rest, ...at })
      else if (last !== undefined) last.words = `${last.words} ${said}`.trim()
      else own.push({ line, label: null, words: said, ...at })
    }
  }
  lines.push(...own.filter((one) => one.words !== '' || one.label !== null))
}

/** `<v Name>words` (WebVTT); other marks are taken off, a sign `<` that is no mark stays. */
function voicesIn(text: string): { label: string | null; said: string }[] {
  const parts = text.split(/<v(?:\.[^\s>]*)?[ \t]+([^>]+)>/u)
  return parts.flatMap((part, index) => {
    if (index % 2 === 1) return []
    const said = plain(part).trim()
    const label = index === 0 ? null : tidyLabel(plain(parts[index - 1] ?? ''))
    return said === '' && label === null ? [] : [{ label: label === '' ? null : label, said }]
  })
}

const entities: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ', lrm: '\u200E', rlm: '\u200F' },
}
const mark = /<\/?(?:[cibuv]|lang|ruby|rt|font)(?:[.\s][^<>]*)?>|<\d[\d:.]*>|\{\\[^{}]*\}/gu

function plain(text: string): string {
  return text
    .replace(mark, '')
    .replace(/&(amp|lt|gt|quot|nbsp|lrm|rlm);/g, (all, name: string) => entities[name] ?? all)
    .replace(/[ \t]+/g, ' ')
}
