import type { HostRequest } from './host.ts';
import { partsOf, type SitePart } from './rules.ts';

const ref = (name: string) => ({ Ref: name });
const attribute = (resource: string, name: string) => ({ 'Fn::GetAtt': [resource, name] });
const sub = (text: string) => ({ 'Fn::Sub': text });

/** These have settings of their own: CloudFront refuses them among all others. */
const ownSettings = new Set([
  'content-security-policy',
  'x-content-type-options',
  'referrer-policy',
  'strict-transport-security',
  'cache-control',
  'access-control-allow-origin',
]);

function securityHeaders(headers: SitePart['headers'], policy: string): object {
  const values = new Map(headers.map(([name, value]) => [name.toLowerCase(), value]));
  const referrer = values.get('referrer-policy');
  const hsts = values.get('strict-transport-security');
  return {
    ContentSecurityPolicy: { ContentSecurityPolicy: policy, Override: true },
    ...(values.has('x-content-type-options') && { ContentTypeOptions: { Override: true } }),
    ...(referrer !== undefined && { ReferrerPolicy: { ReferrerPolicy: referrer, Override: true } }),
    ...(hsts !== undefined && {
      StrictTransportSecurity: {
        AccessControlMaxAgeSec: Number(/\d+/.exec(hsts)?.[0] ?? 0),
        IncludeSubdomains: false,
        Override: true,
      },
    }),
  };
}

/**
 * The stack of CloudFormation with everything that AWS needs. It doesn't depend on what was built, so it is created once:
 * each page has its policy, and only the directive that a page can't have is a header.
 */
export function stackTemplate({ site, origin }: HostRequest): object {
  const { base } = site;
  const [whole] = partsOf(site);
  const isOpen = whole.headers.some(([name]) => name.toLowerCase() === 'access-control-allow-origin');
  const headersPolicy = (name: string, policy: string) => ({
    Type: 'AWS::CloudFront::ResponseHeadersPolicy',
    Properties: {
      ResponseHeadersPolicyConfig: {
        Name: sub(`\${AWS::StackName}-${name}`),
        SecurityHeadersConfig: securityHeaders(whole.headers, policy),
        ...(isOpen && {
          CorsConfig: {
            AccessControlAllowCredentials: false,
            AccessControlAllowHeaders: { Items: ['*'] },
            AccessControlAllowMethods: { Items: ['GET', 'HEAD'] },
            AccessControlAllowOrigins: { Items: ['*'] },
            OriginOverride: true,
          },
        }),
        CustomHeadersConfig: {
          Items: whole.headers
            .filter(([header]) => !ownSettings.has(header.toLowerCase()))
            .map(([Header, Value]) => ({ Header, Value, Override: true })),
        },
      },
    },
  });
  const behavior = (headers: string) => ({
    TargetOriginId: 'bucket',
    ViewerProtocolPolicy: 'redirect-to-https',
    Compress: true,
    CachePolicyId: ref('Cache'),
    ResponseHeadersPolicyId: ref(headers),
  });
  const named = { 'Fn::If': ['HasDomain', [ref('Domain')], ref('AWS::NoValue')] };
  return {
    AWSTemplateFormatVersion: '2010-09-09',
    Description: 'A help center: a bucket with its files, CloudFront before it, and a role for GitHub to upload them.',
    Parameters: {
      Domain: {
        Type: 'String',
        Default: origin === undefined ? '' : new URL(origin).hostname,
        Description: 'The domain of the help center. Leave it empty to use the address of CloudFront.',
      },
      Certificate: {
        Type: 'String',
        Default: '',
        Description: 'The ARN of a certificate for the domain, from Certificate Manager in us-east-1.',
      },
      Repository: {
        Type: 'String',
        AllowedPattern: '[^/*]+/[^/*]+',
        Description: 'The repository on GitHub that publishes the help center, such as acme/help.',
      },
      Branch: { Type: 'String', Default: 'main', Description: 'The branch that is published.' },
      GitHubProvider: {
        Type: 'String',
        Default: '',
        Description:
          'The ARN of the identity provider token.actions.githubusercontent.com, if the account has one already.',
      },
    },
    Conditions: {
      HasDomain: { 'Fn::Not': [{ 'Fn::Equals': [ref('Certificate'), ''] }] },
      NeedsProvider: { 'Fn::Equals': [ref('GitHubProvider'), ''] },
    },
    Resources: {
      Bucket: {
        Type: 'AWS::S3::Bucket',
        Properties: {
          WebsiteConfiguration: { IndexDocument: 'index.html', ErrorDocument: `${base.slice(1)}404.html` },
          // The website of a bucket, which has the redirects, is public.
          PublicAccessBlockConfiguration: {
            BlockPublicAcls: true,
            IgnorePublicAcls: true,
            BlockPublicPolicy: false,
            RestrictPublicBuckets: false,
          },
        },
      },
      BucketPolicy: {
        Type: 'AWS::S3::BucketPolicy',
        Properties: {
          Bucket: ref('Bucket'),
          PolicyDocument: {
            Version: '2012-10-17',
            Statement: [{ Effect: 'Allow', Principal: '*', Action: 's3:GetObject', Resource: sub(`\${Bucket.Arn}/*`) }],
          },
        },
      },
      Cache: {
        Type: 'AWS::CloudFront::CachePolicy',
        Properties: {
          CachePolicyConfig: {
            Name: sub(`\${AWS::StackName}-cache`),
            // Files say themselves how long they can be kept; CloudFront compresses only what it keeps for a moment.
            MinTTL: 1,
            DefaultTTL: 60,
            MaxTTL: 31_536_000,
            ParametersInCacheKeyAndForwardedToOrigin: {
              EnableAcceptEncodingGzip: true,
              EnableAcceptEncodingBrotli: true,
              CookiesConfig: { CookieBehavior: 'none' },
              HeadersConfig: { HeaderBehavior: 'none' },
              QueryStringsConfig: { QueryStringBehavior: 'none' },
            },
          },
        },
      },
      PageHeaders: headersPolicy('pages', "frame-ancestors 'none'"),
      PictureHeaders: headersPolicy('pictures', "default-src 'none'; style-src 'unsafe-inline'; sandbox"),
      Distribution: {
        Type: 'AWS::CloudFront::Distribution',
        Properties: {
          DistributionConfig: {
            Enabled: true,
            HttpVersion: 'http2and3',
            Aliases: named,
            ViewerCertificate: {
              'Fn::If': [
                'HasDomain',
                {
                  AcmCertificateArn: ref('Certificate'),
                  SslSupportMethod: 'sni-only',
                  MinimumProtocolVersion: 'TLSv1.2_2021',
                },
                { CloudFrontDefaultCertificate: true },
              ],
            },
            Origins: [
              {
                Id: 'bucket',
                DomainName: { 'Fn::Select': [2, { 'Fn::Split': ['/', attribute('Bucket', 'WebsiteURL')] }] },
                CustomOriginConfig: { OriginProtocolPolicy: 'http-only' },
              },
            ],
            DefaultCacheBehavior: behavior('PageHeaders'),
            CacheBehaviors: [{ PathPattern: `${base}*.svg`, ...behavior('PictureHeaders') }],
            CustomErrorResponses: [{ ErrorCode: 404, ErrorCachingMinTTL: 10 }],
          },
        },
      },
      Provider: {
        Type: 'AWS::IAM::OIDCProvider',
        Condition: 'NeedsProvider',
        Properties: { Url: 'https://token.actions.githubusercontent.com', ClientIdList: ['sts.amazonaws.com'] },
      },
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          AssumeRolePolicyDocument: {
            Version: '2012-10-17',
            Statement: [
              {
                Effect: 'Allow',
                Principal: { Federated: { 'Fn::If': ['NeedsProvider', ref('Provider'), ref('GitHubProvider')] } },
                Action: 'sts:AssumeRoleWithWebIdentity',
                Condition: {
                  StringEquals: {
                    'token.actions.githubusercontent.com:aud': 'sts.amazonaws.com',
                    'token.actions.githubusercontent.com:sub': sub(`repo:\${Repository}:ref:refs/heads/\${Branch}`),
                  },
                },
              },
            ],
          },
          Policies: [
            {
              PolicyName: 'upload',
              PolicyDocument: {
                Version: '2012-10-17',
                Statement: [
                  { Effect: 'Allow', Action: 's3:ListBucket', Resource: attribute('Bucket', 'Arn') },
                  { Effect: 'Allow', Action: ['s3:PutObject', 's3:DeleteObject'], Resource: sub(`\${Bucket.Arn}/*`) },
                ],
              },
            },
          ],
        },
      },
    },
    Outputs: {
      Address: { Value: attribute('Distribution', 'DomainName') },
      Bucket: { Value: ref('Bucket') },
      Role: { Value: attribute('Role', 'Arn') },
      Region: { Value: ref('AWS::Region') },
    },
  };
}
