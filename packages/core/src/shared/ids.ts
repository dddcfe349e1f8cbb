import { z } from 'zod'

/**
 * Identifiers are UUIDs (version 7, made by the application or the respondent's device), branded by what they name,
 * so that the compiler refuses a relation's id where a participant's is asked.
 */
export const workspaceId = z.uuid().brand<'WorkspaceId'>()
export const memberId = z.uuid().brand<'MemberId'>()
export const relationId = z.uuid().brand<'RelationId'>()
export const participantId = z.uuid().brand<'ParticipantId'>()
export const noteId = z.uuid().brand<'NoteId'>()
export const contactId = z.uuid().brand<'ContactId'>()
export const invitationId = z.uuid().brand<'InvitationId'>()
export const responseId = z.uuid().brand<'ResponseId'>()
export const signalId = z.uuid().brand<'SignalId'>()
export const agreementId = z.uuid().brand<'AgreementId'>()

export type WorkspaceId = z.infer<typeof workspaceId>
export type MemberId = z.infer<typeof memberId>
export type RelationId = z.infer<typeof relationId>
export type ParticipantId = z.infer<typeof participantId>
export type NoteId = z.infer<typeof noteId>
export type ContactId = z.infer<typeof contactId>
export type InvitationId = z.infer<typeof invitationId>
export type ResponseId = z.infer<typeof responseId>
export type SignalId = z.infer<typeof signalId>
export type AgreementId = z.infer<typeof agreementId>

/** Lays out 16 bytes as a version 7 UUID: 48 bits of Unix milliseconds, then random bits (RFC 9562 §5.7). */
export function uuidV7(milliseconds: number, random: Uint8Array): string {
  const bytes = new Uint8Array(16)
  for (let i = 0; i < 6; i++) bytes[i] = Math.floor(milliseconds / 2 ** (8 * (5 - i))) & 0xff
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
