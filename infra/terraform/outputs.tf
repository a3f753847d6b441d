output "role_arns" {
  description = "role-to-assume of each action's workflow: rotate, reactivate, check."
  value       = { for action, role in aws_iam_role.action : action => role.arn }
}
