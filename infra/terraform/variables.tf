variable "owner" {
  description = "Owner of the repository, spelled as GitHub does."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9_-]+$", var.owner))
    error_message = "The owner's login: letters, digits, - and _."
  }
}

variable "owner_id" {
  description = "The owner's numeric ID (gh api repos/OWNER/REPO --jq .owner.id)."
  type        = string

  validation {
    condition     = can(regex("^[0-9]+$", var.owner_id))
    error_message = "A number, as GitHub's API gives it."
  }
}

variable "repository" {
  description = "Name of the repository, without its owner."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9._-]+$", var.repository))
    error_message = "The repository's name alone: letters, digits, -, _ and dots."
  }
}

variable "repository_id" {
  description = "The repository's numeric ID (gh api repos/OWNER/REPO --jq .id)."
  type        = string

  validation {
    condition     = can(regex("^[0-9]+$", var.repository_id))
    error_message = "A number, as GitHub's API gives it."
  }
}

variable "git_ref" {
  description = "The only ref whose workflow runs may assume the roles."
  type        = string
  default     = "refs/heads/main"

  validation {
    condition     = can(regex("^refs/(heads|tags)/[^:*?\\s\"\\\\]+$", var.git_ref))
    error_message = "A full ref, such as refs/heads/main."
  }
}

variable "environment" {
  description = "The environment that the rotating job names; empty if it names none."
  type        = string
  default     = ""

  validation {
    condition     = can(regex("^[^:\"\\\\]*$", var.environment))
    error_message = "No colon (GitHub writes it differently in sub), quotation mark or backslash."
  }
}

variable "pin_claims" {
  description = "false where STS does not know GitHub's own claims (README.md, GovCloud and China); then only sub with IDs is trusted."
  type        = bool
  default     = true
}

variable "user_name" {
  description = "Name of the IAM user whose access key is rotated."
  type        = string

  validation {
    condition     = can(regex("^[A-Za-z0-9_+=,.@-]{1,64}$", var.user_name))
    error_message = "The IAM user's name, without path or wildcards."
  }
}

variable "user_path" {
  description = "Path of that user, with a slash at both ends."
  type        = string
  default     = "/"

  validation {
    condition     = can(regex("^/([A-Za-z0-9_+=,.@-]+/)*$", var.user_path))
    error_message = "A path with a slash at both ends and without wildcards, such as /ci/."
  }
}

variable "create_oidc_provider" {
  description = "An account has one provider for GitHub at the most; false if it is there, with the audience sts.amazonaws.com."
  type        = bool
  default     = true
}

variable "create_reactivate_role" {
  description = "Whether to create the role of the reactivate action."
  type        = bool
  default     = true
}

variable "check_path" {
  description = "Create the role of the check action too, for the users below this path (/ = all); empty creates none."
  type        = string
  default     = ""

  validation {
    condition     = can(regex("^(/([A-Za-z0-9_+=,.@-]+/)*)?$", var.check_path))
    error_message = "Empty, or a path with a slash at both ends and without wildcards, such as /ci/."
  }
}
