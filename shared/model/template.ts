import { z } from 'zod'
import { DataModel } from './device.ts'

/** A text in one language for all, or in each. */
export const Label = z.union([
  z.string().max(500),
  z.strictObject({ 'zh-CN': z.string().max(500), en: z.string().max(500) }),
])
export type Label = z.infer<typeof Label>

const Patterns = z.array(z.string().min(1).max(200)).max(100)

/** Which boxes are meant; everything given must hold, of a list one. Patterns may hold `*` and ignore case. */
export const DeviceCondition = z.strictObject({
  manufacturer: Patterns.optional(),
  oui: Patterns.optional(),
  productClass: Patterns.optional(),
  modelName: Patterns.optional(),
  hardwareVersion: Patterns.optional(),
  softwareVersion: Patterns.optional(),
  /** Versions in their natural order: from this one, and below that one. */
  softwareFrom: z.string().max(200).optional(),
  softwareBelow: z.string().max(200).optional(),
  dataModel: z.array(DataModel).max(4).optional(),
})
export type DeviceCondition = z.infer<typeof DeviceCondition>

/** Names that say that a value is secret: jobs that carry it seal it by its name. */
const secretName = /password|passphrase|secret|(?:^|[a-z_-])key$/i

/** What is asked for when a template is used. */
export const TemplateVariable = z
  .strictObject({
    name: z.string().regex(/^[a-zA-Z]\w{0,63}$/, 'letters, digits and _ only'),
    label: Label,
    help: Label.optional(),
    type: z.enum(['string', 'int', 'unsignedInt', 'boolean', 'ip', 'mac', 'url']).default('string'),
    default: z.string().max(1000).default(''),
    required: z.boolean().default(false),
    secret: z.boolean().default(false),
    /** A regular expression for the whole value. */
    pattern: z.string().max(500).optional(),
    min: z.number().optional(),
    max: z.number().optional(),
    maxLength: z.number().int().min(1).optional(),
    choices: z
      .array(z.strictObject({ value: z.string().max(500), label: Label.optional() }))
      .max(100)
      .optional(),
  })
  .refine(({ secret, name }) => !secret || secretName.test(name), 'the name of a secret must say so: …Password, …Key')
export type TemplateVariable = z.infer<typeof TemplateVariable>

/**
 * Which instances a value is for, where the path leaves it open: the first that the box has, all, the n-th, or those
 * beside which another parameter (by concept, or by its name in the same object) holds a value.
 */
export const InstanceChoice = z.union([
  z.enum(['first', 'all']),
  z.number().int().min(1).max(1000),
  z.strictObject({
    where: z.string().min(1).max(256),
    is: z.string().max(500).optional(),
    contains: z.string().max(500).optional(),
  }),
])
export type InstanceChoice = z.infer<typeof InstanceChoice>

const ObjectName = z.string().regex(/^[a-zA-Z]\w{0,63}$/, 'letters, digits and _ only')

/**
 * An instance that the template adds where the box has none that fits (AddObject, TR-069 A.3.2.6). It is filled together
 * with everything else, and deleted again where the box refuses that.
 */
export const TemplateObject = z.strictObject({
  name: ObjectName,
  /** The table, with a final dot; instances for a `{i}` in it are added on the way. */
  table: z
    .string()
    .max(250)
    .regex(/^[A-Za-z][^\s]*\.$/, 'a table ends with a dot'),
  /**
   * By what an instance that fits is known, all of it: a parameter in it, by concept or by name, holds `is`, or contains
   * `contains`. A new one gets every `is`. `{{variable}}` is filled in.
   */
  known: z
    .array(
      z.strictObject({
        where: z.string().min(1).max(256),
        is: z.string().min(1).max(500),
        contains: z.exactOptional(z.string().min(1).max(500)),
      }),
    )
    .min(1)
    .max(10),
  when: z.exactOptional(DeviceCondition),
})
export type TemplateObject = z.infer<typeof TemplateObject>

/** One value of a template: for a path, or for a concept wherever the box keeps it. `{{variable}}` is filled in. */
export const TemplateValue = z
  .strictObject({
    path: z.string().min(1).max(256).optional(),
    concept: z.string().min(1).max(100).optional(),
    instance: InstanceChoice.default('first'),
    /** The value goes into the instance of this object of the template; a path is relative to it, or has `{i}`s. */
    object: z.exactOptional(ObjectName),
    value: z.string().max(32_768),
    /** Overrules the type that the box reports. */
    type: z.string().max(32).optional(),
    when: DeviceCondition.optional(),
    /** A box without this parameter is no problem. */
    optional: z.boolean().default(false),
  })
  .refine(({ path, concept }) => (path === undefined) !== (concept === undefined), 'either path or concept')
export type TemplateValue = z.infer<typeof TemplateValue>

/** A named set of values with variables. */
export const Template = z.strictObject({
  id: z.string().min(1).max(100),
  name: Label,
  description: Label.default(''),
  /** Another template whose variables and values come first; what stands here wins. */
  extends: z.string().max(100).optional(),
  condition: DeviceCondition.default({}),
  variables: z.array(TemplateVariable).max(200).default([]),
  objects: z.array(TemplateObject).max(20).default([]),
  values: z.array(TemplateValue).max(5000).default([]),
  /** `ifNeeded` reboots where the box says that it must (Status 1, TR-069 A.3.2.1). */
  reboot: z.enum(['never', 'ifNeeded', 'always']).default('ifNeeded'),
})
export type Template = z.infer<typeof Template>

/** A template as it is kept; ready-made ones cannot be changed, only copied. */
export const KeptTemplate = Template.extend({ readyMade: z.boolean(), changedAt: z.string() })
export type KeptTemplate = z.infer<typeof KeptTemplate>

/** The file in which templates travel. */
export const TemplateFile = z.object({
  format: z.literal('fieldacs.templates'),
  version: z.literal(1),
  templates: z.array(Template).min(1).max(500),
})
export type TemplateFile = z.infer<typeof TemplateFile>

/** Something that keeps a template from being applied, or that should be known before; worded under `templates.problems.<code>`. */
export const TemplateProblem = z.object({
  level: z.enum(['error', 'warning']),
  code: z.enum([
    'baseMissing',
    'baseCycle',
    'wrongDevice',
    'variableMissing',
    'variableInvalid',
    'variableUnknown',
    'conceptUnknown',
    'notOnBox',
    'valueInvalid',
    'readOnly',
    'twice',
    'encrypted',
    'instanceAssumed',
    'objectUnknown',
  ]),
  params: z.record(z.string(), z.union([z.string(), z.number()])),
})
export type TemplateProblem = z.infer<typeof TemplateProblem>

/** One value that a template gives a box. `old` is null where it is not known. */
export const TemplateChange = z.object({
  name: z.string(),
  value: z.string(),
  type: z.string(),
  old: z.string().nullable(),
  /** The box has this value already. */
  same: z.boolean(),
})
export type TemplateChange = z.infer<typeof TemplateChange>

/** What a template would do to a box. */
export const TemplatePreview = z.object({
  changes: z.array(TemplateChange),
  /** Instances to be added; the names of their values have `{i}` for numbers that only the box will give. */
  creations: z.array(
    z.object({
      object: z.string(),
      table: z.string(),
      values: z.array(TemplateChange.omit({ old: true, same: true })),
    }),
  ),
  problems: z.array(TemplateProblem),
})
export type TemplatePreview = z.infer<typeof TemplatePreview>
