"""moto's server with four corrections, so that its IAM enforcement can judge a least-privilege policy.

moto 5.2.1 as it comes (enforcement on) fails AssumeRoleWithWebIdentity, accepts Inactive keys, takes every request for
one about resource `*`, and lets sessions live forever. What it still gets wrong is listed in differences.ts.
Listens on a free port of 127.0.0.1, which it prints; `POST /moto-api/reset-auth` with body `0` turns enforcement on.
"""

from moto.core.exceptions import InvalidClientTokenIdError, _RESTError as RESTError
from moto.core.responses import BaseResponse
from moto.core.utils import utcnow
from moto.iam import access_control
from moto.iam.responses import IamResponse
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from moto.sts.models import sts_backends
from werkzeug.serving import run_simple


class ExpiredToken(InvalidClientTokenIdError):
    def __init__(self) -> None:
        RESTError.__init__(self, "ExpiredToken", "The security token included in the request is expired")


def web_identity_is_unsigned() -> None:
    """The ID token is the credential: AWS takes AssumeRoleWithWebIdentity without a signature (STS API reference)."""
    enforce = BaseResponse._authenticate_and_authorize_normal_action

    def exempt(self, resource: str = "*") -> None:
        if self._get_action() != "AssumeRoleWithWebIdentity":
            enforce(self, resource)

    BaseResponse._authenticate_and_authorize_normal_action = exempt


def inactive_keys_are_refused() -> None:
    """An Inactive key cannot make requests (IAM user guide, "Managing access keys")."""
    find = access_control.IAMUserAccessKey.__init__

    def refuse_inactive(self, *args, **kwargs) -> None:
        find(self, *args, **kwargs)
        if self.backend.access_keys[self._access_key_id].status != "Active":
            raise InvalidClientTokenIdError()

    access_control.IAMUserAccessKey.__init__ = refuse_inactive


def requests_are_about_users() -> None:
    """The resource of a user action is the user's ARN, path included (Service Authorization Reference, IAM)."""
    of_roles = IamResponse._determine_resource

    def resource(self) -> str:
        name = self._get_param("UserName")
        if name is None and (key := self._get_param("AccessKeyId")) is not None:
            owner = self.backend.get_user_from_access_key_id(key)
            name = owner.name if owner else None
        if name is None:
            return of_roles(self)
        user = self.backend.users.get(name)
        return user.arn if user else f"arn:{self.partition}:iam::{self.current_account}:user/{name}"

    IamResponse._determine_resource = resource


def sessions_expire() -> None:
    """Temporary credentials end at their Expiration (IAM user guide, "Temporary security credentials")."""
    find = access_control.AssumedRoleAccessKey.__init__

    def refuse_expired(self, account_id, partition, access_key_id, headers) -> None:
        find(self, account_id=account_id, partition=partition, access_key_id=access_key_id, headers=headers)
        role = sts_backends[account_id][partition].get_assumed_role_from_access_key(access_key_id)
        if utcnow() >= role.expiration:
            raise ExpiredToken()

    access_control.AssumedRoleAccessKey.__init__ = refuse_expired


web_identity_is_unsigned()
inactive_keys_are_refused()
requests_are_about_users()
sessions_expire()
# One thread for all: a new one for each request, as moto_server has it, takes 50 ms under libfaketime.
run_simple("127.0.0.1", 0, DomainDispatcherApplication(create_backend_app), threaded=False)
