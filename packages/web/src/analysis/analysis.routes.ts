/** The pages of the room *Duiden*, each loaded when it is opened. */
export const analysisRoutes = [] as const
