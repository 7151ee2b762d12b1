import * as v from 'valibot';

/** What package.json says of devreport itself. */
export const devreportPackageSchema = v.object({
  version: v.string(),
  repository: v.optional(v.union([v.string(), v.object({ url: v.string() })])),
});

export type DevreportPackage = v.InferOutput<typeof devreportPackageSchema>;

/** In place of the account whose devreport is used, where package.json names none. */
export const unknownOwner = 'OWNER';

/** The Action as `uses:` names it: `acme/devreport@v1`. */
export function actionReference({ version, repository }: DevreportPackage): string {
  const url = typeof repository === 'object' ? repository.url : (repository ?? '');
  const [, name = `${unknownOwner}/devreport`] =
    /^(?:github:|.*\bgithub\.com[/:])?([\w.-]+\/[\w.-]+?)(?:\.git)?$/.exec(url) ?? [];
  return `${name}@${majorTag(version)}`;
}

/** The tag that moves with each release that changes nothing for its users; there is no `v0`. */
export function majorTag(version: string): string {
  return `v${Math.max(1, Number.parseInt(version, 10))}`;
}
