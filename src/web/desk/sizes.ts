import type { VirtualItem } from '@tanstack/virtual-core'

/** The heights of the rows of lists seen before, so that going back finds its place. */
export const sizes = new Map<string, VirtualItem[]>()
