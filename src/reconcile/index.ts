export * from './lineage/kin.ts'
export * from './lineage/event.ts'
