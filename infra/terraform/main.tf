# Everything that Rotate AWS Access Key needs in AWS: GitHub's OIDC provider and one role for each action. The policies are
# the files in ../policies and ../trust, so there is nothing here that could drift from them.

terraform {
  required_version = ">= 1.3"

  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = ">= 5.81" # from here on a provider needs no thumbprint
    }
  }
}

data "aws_partition" "current" {}

data "aws_caller_identity" "current" {}

locals {
  values = {
    Partition    = data.aws_partition.current.partition
    AccountId    = data.aws_caller_identity.current.account_id
    Owner        = var.owner
    OwnerId      = var.owner_id
    Repository   = var.repository
    RepositoryId = var.repository_id
    GitRef       = var.git_ref
    Environment  = var.environment
    UserName     = var.user_name
    UserPath     = var.user_path
  }

  job_trust = var.environment == "" ? "github-oidc" : "github-oidc-environment"

  trust = "${path.module}/../trust${var.pin_claims ? "" : "/immutable-subject"}"

  roles = merge(
    {
      rotate = {
        description = "Rotates the access key of one IAM user"
        trust       = local.job_trust
        values      = local.values
      }
    },
    var.create_reactivate_role ? {
      reactivate = {
        description = "Makes a deactivated access key of one IAM user Active again"
        trust       = local.job_trust
        values      = local.values
      }
    } : {},
    var.check_path != "" ? {
      check = {
        description = "Reads the ages of access keys"
        trust       = "github-oidc-pull-request"
        values      = merge(local.values, { UserPath = var.check_path })
      }
    } : {},
  )
}

resource "aws_iam_openid_connect_provider" "github" {
  count = var.create_oidc_provider ? 1 : 0

  url            = "https://token.actions.githubusercontent.com"
  client_id_list = ["sts.amazonaws.com"]

  lifecycle {
    # Other workflows of the account come to rely on it.
    prevent_destroy = true
  }
}

resource "aws_iam_role" "action" {
  for_each = local.roles

  name_prefix        = "${each.key}-access-key-"
  description        = "${each.value.description} (rotate-aws-access-key)."
  assume_role_policy = templatefile("${local.trust}/${each.value.trust}.json", each.value.values)

  depends_on = [aws_iam_openid_connect_provider.github]
}

resource "aws_iam_role_policy" "action" {
  for_each = local.roles

  name   = each.key
  role   = aws_iam_role.action[each.key].id
  policy = templatefile("${path.module}/../policies/${each.key}.json", each.value.values)
}
