import { ApiError } from './api-error.ts'

/** Somebody else was first. */
export const isConflict = (error: Error | null): boolean =>
  error instanceof ApiError && error.code === 'conflict'
