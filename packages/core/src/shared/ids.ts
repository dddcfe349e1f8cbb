import { z } from 'zod'

/**
 * Identifiers are UUIDs (version 7, made by the application or the respondent's device), branded by what they name,
 * so that the compiler refuses a relation's id where a participant's is asked. Capitals are read as small letters, in which
 * the database writes them: one identifier, one spelling.
 */
const uuid = z.uuid().toLowerCase()

export const workspaceId = uuid.brand<'WorkspaceId'>()
export const memberId = uuid.brand<'MemberId'>()
export const relationId = uuid.brand<'RelationId'>()
export const participantId = uuid.brand<'ParticipantId'>()
export const relationImportId = uuid.brand<'RelationImportId'>()
export const noteId = uuid.brand<'NoteId'>()
export const contactId = uuid.brand<'ContactId'>()
export const invitationId = uuid.brand<'InvitationId'>()
export const responseId = uuid.brand<'ResponseId'>()
export const signalId = uuid.brand<'SignalId'>()
export const agreementId = uuid.brand<'AgreementId'>()
export const roundId = uuid.brand<'RoundId'>()
export const roundGroupId = uuid.brand<'RoundGroupId'>()
export const consentEventId = uuid.brand<'ConsentEventId'>()
export const personId = uuid.brand<'PersonId'>()
export const personRequestId = uuid.brand<'PersonRequestId'>()
export const researchExportId = uuid.brand<'ResearchExportId'>()
export const mailMessageId = uuid.brand<'MailMessageId'>()
export const mutualPictureId = uuid.brand<'MutualPictureId'>()
export const ruptureId = uuid.brand<'RuptureId'>()
export const ownChallengeId = uuid.brand<'OwnChallengeId'>()
export const supervisionId = uuid.brand<'SupervisionId'>()
export const workingNoteId = uuid.brand<'WorkingNoteId'>()
export const takeawayId = uuid.brand<'TakeawayId'>()
export const exportJobId = uuid.brand<'ExportJobId'>()
export const apiTokenId = uuid.brand<'ApiTokenId'>()
export const kioskId = uuid.brand<'KioskId'>()
export const webhookId = uuid.brand<'WebhookId'>()
export const webhookDeliveryId = uuid.brand<'WebhookDeliveryId'>()
export const formId = uuid.brand<'FormId'>()
export const formResponseId = uuid.brand<'FormResponseId'>()
export const formInvitationId = uuid.brand<'FormInvitationId'>()
export const instrumentLicenceId = uuid.brand<'InstrumentLicenceId'>()
export const meetingId = uuid.brand<'MeetingId'>()
export const placeId = uuid.brand<'PlaceId'>()
export const contributionId = uuid.brand<'ContributionId'>()
export const formatId = uuid.brand<'FormatId'>()
export const analysisId = uuid.brand<'AnalysisId'>()
export const documentId = uuid.brand<'DocumentId'>()
export const passageId = uuid.brand<'PassageId'>()
export const codeId = uuid.brand<'CodeId'>()
export const codingId = uuid.brand<'CodingId'>()
export const memoId = uuid.brand<'MemoId'>()

export type WorkspaceId = z.infer<typeof workspaceId>
export type MemberId = z.infer<typeof memberId>
export type RelationId = z.infer<typeof relationId>
export type ParticipantId = z.infer<typeof participantId>
export type RelationImportId = z.infer<typeof relationImportId>
export type NoteId = z.infer<typeof noteId>
export type ContactId = z.infer<typeof contactId>
export type InvitationId = z.infer<typeof invitationId>
export type ResponseId = z.infer<typeof responseId>
export type SignalId = z.infer<typeof signalId>
export type AgreementId = z.infer<typeof agreementId>
export type PersonId = z.infer<typeof personId>
export type PersonRequestId = z.infer<typeof personRequestId>
export type ResearchExportId = z.infer<typeof researchExportId>
export type ConsentEventId = z.infer<typeof consentEventId>
export type RoundId = z.infer<typeof roundId>
export type RoundGroupId = z.infer<typeof roundGroupId>
export type MailMessageId = z.infer<typeof mailMessageId>
export type MutualPictureId = z.infer<typeof mutualPictureId>
export type RuptureId = z.infer<typeof ruptureId>
export type OwnChallengeId = z.infer<typeof ownChallengeId>
export type SupervisionId = z.infer<typeof supervisionId>
export type WorkingNoteId = z.infer<typeof workingNoteId>
export type TakeawayId = z.infer<typeof takeawayId>
export type ExportJobId = z.infer<typeof exportJobId>
export type ApiTokenId = z.infer<typeof apiTokenId>
export type KioskId = z.infer<typeof kioskId>
export type WebhookId = z.infer<typeof webhookId>
export type WebhookDeliveryId = z.infer<typeof webhookDeliveryId>
export type FormId = z.infer<typeof formId>
export type FormResponseId = z.infer<typeof formResponseId>
export type FormInvitationId = z.infer<typeof formInvitationId>
export type InstrumentLicenceId = z.infer<typeof instrumentLicenceId>
export type MeetingId = z.infer<typeof meetingId>
export type PlaceId = z.infer<typeof placeId>
export type ContributionId = z.infer<typeof contributionId>
export type FormatId = z.infer<typeof formatId>
export type AnalysisId = z.infer<typeof analysisId>
export type DocumentId = z.infer<typeof documentId>
export type PassageId = z.infer<typeof passageId>
export type CodeId = z.infer<typeof codeId>
export type CodingId = z.infer<typeof codingId>
export type MemoId = z.infer<typeof memoId>
