/**
 * The base URL to which @octokit/graphql appends `/graphql`, from any of the usual addresses:
 * `https://api.github.com/graphql`, `https://github.example/api/v3`, `…/api`, `…/api/graphql`.
 */
export function baseUrl(graphqlUrl: string): string {
  const withoutSlash = graphqlUrl.replace(/(?<!\/)\/+$/, '');
  const withoutGraphql = withoutSlash.replace(/\/graphql$/, '').replace(/(?<!\/)\/+$/, '');
  return withoutGraphql.replace(/\/api\/v3$/, '/api');
}
