import { fileLike } from './file-like.ts';
import { type Form, formOf } from './form.ts';
import type { Model } from './model.ts';
import { type ModelNumber, modelNumber } from './model-number.ts';
import { type ModelPeriod, modelPeriod } from './model-period.ts';

/** What a model says without anything beside it. */
export interface ReadModel {
  model: Model;
  form: Form | null;
  time: ModelPeriod | null;
  number: ModelNumber | null;
  file: string;
  fileNote: string | null;
}

/** Reads the form of a model. */
export function readForm(model: Model): ReadModel {
  const [time, number] = [modelPeriod(model), modelNumber(model)];
  const { pattern, note } = fileLike(model, time, number);
  return { model, form: formOf(model), time, number, file: pattern, fileNote: note };
}
