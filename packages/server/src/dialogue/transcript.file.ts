import { readTranscript } from '@weerklank/core/dialogue/transcript'
import {
  type TranscriptProblem,
  type TranscriptRead,
  transcriptLimits,
} from '@weerklank/core/dialogue/transcript.shape'
import { wordText } from '@weerklank/core/dialogue/transcript.word'
import { Unzip, UnzipInflate } from 'fflate'

export type TranscriptFile =
  | { ok: true; read: TranscriptRead; isWord: boolean }
  | { ok: false; problem: TranscriptProblem }

/** A document of 200 pages with its mark-up is some 5 MB; more than this unpacked is a bomb or no transcript. */
const unpackedAtMost = 40 * 1024 * 1024

/**
 * Reads the bytes of a transcript: Word by its first bytes, else text in UTF-8 (with or without a mark at the start), UTF-16
 * with its mark, or Windows-1252. Nothing outside the file is opened, and no more is unpacked than a document needs.
 */
export function openTranscript(bytes: Uint8Array): TranscriptFile {
  const isWord = bytes[0] === 0x50 && bytes[1] === 0x4b
  const text = isWord ? wordDocument(bytes) : decoded(bytes)
  if (typeof text !== 'string') return { ok: false, problem: text.problem }
  if (text.length > transcriptLimits.signs) return { ok: false, problem: 'too-long' }
  const read = readTranscript(text)
  if (read.lines.length === 0) return { ok: false, problem: 'empty' }
  if (read.lines.length > transcriptLimits.lines) return { ok: false, problem: 'too-long' }
  return { ok: true, read, isWord }
}

type Refused = { problem: TranscriptProblem }

function decoded(bytes: Uint8Array): string | Refused {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  // Pictures and recordings hold zeroes; text does not.
  if (bytes.subarray(0, 8192).includes(0)) return { problem: 'not-text' }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    // What is no UTF-8 was written by an older program on Windows.
    return new TextDecoder('windows-1252').decode(bytes)
  }
}

const wanted = 'word/document.xml'

/** The text of a Word file, a paragraph a line. Only that one part is unpacked, piece by piece, and never too much. */
function wordDocument(bytes: Uint8Array): string | Refused {
  const pieces: Uint8Array[] = []
  let size = 0
  let isTooLarge = false
  const unzip = new Unzip()
  unzip.register(UnzipInflate)
  unzip.onfile = (entry) => {
    if (entry.name !== wanted || pieces.length > 0) return
    entry.ondata = (error, piece) => {
      if (error) throw error
      size += piece.length
      if (size > unpackedAtMost) {
        isTooLarge = true
        entry.terminate()
      } else pieces.push(piece.slice())
    }
    entry.start()
  }
  try {
    // A kilobyte that unpacks to a megabyte is stopped before the next one.
    for (let at = 0; at < bytes.length && !isTooLarge; at += 16_384) {
      unzip.push(bytes.subarray(at, at + 16_384), at + 16_384 >= bytes.length)
    }
  } catch {
    if (!isTooLarge) return { problem: 'not-word' }
  }
  if (isTooLarge) return { problem: 'unpacks-too-large' }
  const word = wordText(new TextDecoder().decode(Buffer.concat(pieces)))
  return word.ok ? word.paragraphs.join('\n') : { problem: 'not-word' }
}
